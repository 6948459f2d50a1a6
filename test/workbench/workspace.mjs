// The folder that the workbench opens: the Anshun example, a study that replicates it, one whose `keep` can be changed, and the
// same answers as a Chinese study with Chinese names and full-width punctuation.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const again = `study "The same, with coefficients" replicates "anshun.study"

data "anshun_2020.csv" { id id  missing blank }

regression full { show b, se }
hypothesis explains "The model explains something" {
  full.integration.r2 > 0.3
}
`;

const columns = {
  id: '编号',
  eco_income_sat: '收入满意',
  eco_cost: '生活成本',
  eco_income_change: '收入变化',
  psy_enjoy: '愿意长住',
  psy_confident: '融入信心',
  psy_happier: '更加幸福',
  sex: '性别',
};

export function makeWorkspace(root) {
  const folder = mkdtempSync(join(tmpdir(), 'studyspec-workspace-'));
  cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
  const spec = readFileSync(join(folder, 'anshun.study'), 'utf8');
  writeFileSync(join(folder, 'again.study'), again);
  writeFileSync(join(folder, 'keep.study'), keepStudy(spec));
  mkdirSync(join(folder, '中文'));
  copyFileSync(join(root, 'test/workbench/chinese.study'), join(folder, '中文/融入.study'));
  const [heads, ...rows] = readFileSync(join(folder, 'anshun_2020.csv'), 'utf8')
    .trimEnd()
    .split(/\r?\n/u)
    .map((line) => line.split(','));
  const wanted = Object.keys(columns).map((name) => heads.indexOf(name));
  writeFileSync(
    join(folder, '中文/调查.csv'),
    `${[Object.values(columns), ...rows.map((cells) => wanted.map((at) => cells[at]))].map((cells) => cells.join(',')).join('\n')}\n`,
  );
  return folder;
}

/** The example with three named components and computed weights, so that three or four may be kept; nothing printed. */
function keepStudy(spec) {
  const without = spec
    .slice(0, spec.indexOf('// ——— What the paper printed'))
    .split('\n')
    .filter((line) => !/component cultural|^ {2}compose /u.test(line))
    .join('\n');
  return without.replace(/weight given \{[^}]*\}.*/u, 'weight by explained variance').replaceAll(', cultural', '');
}
