// Clauses of a data block that name things: files, columns. Those with a choice of words are options, which core declares.
import { clause } from './clause-entry.ts';

export const dataClauses = {
  encoding: clause(
    'encoding',
    'choices',
    'The character encoding of the file; found and said when left out.',
    'encoding gb18030',
    'column',
  ),
  sheet: clause(
    'sheet',
    'choices',
    'The sheet of a workbook that holds the answers; its only one when left out.',
    'sheet "Sheet1"',
    'text',
  ),
  table: clause(
    'table',
    'choices',
    'The table, or view, of a DuckDB file that holds the answers; its only one when left out. A schema stands before a dot.',
    'table "households"',
    'text',
  ),
  id: clause('id', 'choices', 'The column that names each case.', 'id household', 'column'),
  cluster: clause('cluster', 'choices', 'The column of the groups in which cases were sampled together.', 'cluster site', 'column'),
  stratum: clause('stratum', 'choices', 'The column or category of the strata in which cases were drawn.', 'stratum county', 'column'),
  population: clause(
    'population',
    'choices',
    'Units of the first stage in the population or in a case’s stratum.',
    'population 3985',
    'column',
  ),
  calibrate: clause('calibrate', 'choices', 'What the weights are brought to.', 'calibrate region, sex from "margins.csv"'),
  text: clause(
    'text',
    'choices',
    'Columns whose cells are names, whatever they look like: `007` is no 7. Keys, and what is compared with a text, are names anyway.',
    'text household, village',
    'column',
  ),
  append: clause(
    'append',
    'choices',
    'A file of the same questions, whose rows stand below; `as` names the column that says of each row in which file it stands. How it ' +
      'is read is its own to say, in braces.',
    'append "wave2.sav" as wave { encoding gb18030 }',
  ),
  join: clause(
    'join',
    'choices',
    'A second file joined by a column; `= code` where it has another name there. Missing codes and encoding are its own, in braces.',
    'join "sites.csv" on site = code { missing 99  encoding gb18030 }',
  ),
};
