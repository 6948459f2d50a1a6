// Problems of data files of other programs (SS37x), in Chinese.
import { dataFileKinds, fileFaults } from '../data-phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { encodingText } from '../places.ts';
import { listed, names as namesText, quoted } from '../text.ts';

const usedAs = { id: '受访者', cluster: '群', stratum: '抽样层', key: '关键变量的取值', category: '代码' } as const;
const namedAs = { id: '编号变量', cluster: '群', stratum: '抽样层', key: '合并文件的关键变量', category: '分类变量' } as const;
const dataFile = (file: string): string => `数据文件“${file}”`;

/** `2、5`, and after eight `2、5 等 12 行`. */
const rowsText = (rows: readonly number[]): string => `第 ${rows.slice(0, 8).join('、')} ${rows.length > 8 ? `等 ${rows.length} ` : ''}行`;

export const programsProblems = {
  'damaged-data-file': {
    title: '数据文件已损坏',
    message: ({ file, kind, fault, byte }) =>
      `${dataFile(file)}是已损坏的 ${dataFileKinds[kind]}：${fileFaults[fault]}${byte === null ? '' : `（第 ${byte} 字节处）`}。`,
    help: () => '重新复制或下载该文件，并与原文件比较大小；若仍如此，在生成它的程序中打开并重新保存。',
    explanation: `SPSS、Stata、Excel 和 Parquet 文件都写明自身有多少行、各部分在何处。这个文件与其自身所写的不符：\
多半是复制、发送或下载时截断，有时是磁盘或程序所致。

这样的文件不读取任何内容：只读到一部分的数值，看上去与其他数值没有两样。`,
  },

  'broken-letters': {
    title: '不属于该字符编码的文字',
    message: ({ file, encoding, count, first }) =>
      `${dataFile(file)}有 ${count} 处${count === 1 ? '' : '不同的'}文字不属于字符编码 ${encodingText(encoding)}，第一处为“${first}”。`,
    help: ({ encoding }) =>
      `若许多文字中都有 \ufffd，在数据声明中改用 ${encodingText(encoding)} 以外的字符编码，如 \`encoding gb18030\`；` +
      '若只有少数，在生成该文件的程序中改正。',
    explanation: '文件中有少数字节不属于其余部分的字符编码，显示为 \ufffd。数值不受影响，标签、名称或文字型回答则可能受影响。',
  },

  'encoding-found': {
    title: '字符编码由文字判定',
    message: ({ file, said, found, sample }) =>
      `${dataFile(file)}${said === null ? '没有写明字符编码' : `所写的字符编码 ${encodingText(said)} 与文字不符`}，` +
      `按 ${encodingText(found)} 读取${sample === '' ? '' : `（“${sample}”）`}。`,
    help: ({ found }) => `若读取无误，在数据声明中写 \`encoding ${found}\`，即不再提示；否则在该处写明正确的字符编码。`,
    explanation: `文本表格若开头没有标记，就没有写明字符编码。Stata 14 以前、SPSS 16 以前的文件不存字符编码，有的程序则写错。\
此时以名称、标签和回答的文字能否读通来判定。数值在任何字符编码中都相同。

数据声明中写有 \`encoding\` 时，无论文件如何写，都以其为准。`,
  },

  'unknown-file-version': {
    title: '不认识的数据文件版本',
    message: ({ file, version, known }) =>
      `${dataFile(file)}是版本 ${version} 的 Stata 文件，可以读取的版本为 ${listed(
        known.map(([first, last]) => (first === last ? String(first) : `${first}～${last}`)),
        Infinity,
      )}。`,
    help: ({ newer }) =>
      newer
        ? '在 Stata 中另存为其他程序也能读取的版本：`saveold survey.dta, version(14)`。'
        : '在 Stata 中打开并重新保存，或在其中导出：`export delimited using survey.csv, nolabel`。',
    explanation: `文件格式随程序而变。比此处所认识的新、或旧得多的版本，可能读错，因此一概不读。

**Stata** 的 \`saveold survey.dta, version(14)\` 写出版本 118。**SPSS** 的 *.sav* 和 *.zsav* 均可读取。`,
  },

  'needs-duckdb': {
    title: '此处无法读取 DuckDB 文件',
    message: ({ file, lacks, reason }) =>
      lacks === 'package'
        ? `${dataFile(file)}是 DuckDB 文件，读取它需要 npm 包 \`@duckdb/node-api\`，此包未安装。`
        : lacks === 'machine'
          ? `${dataFile(file)}是 DuckDB 文件，此处无法读取：DuckDB 只打开本机上的文件。`
          : `${dataFile(file)}是 DuckDB 文件，读取它的 npm 包 \`@duckdb/node-api\` 无法启动${reason === null ? '' : `：${quoted(reason)}`}。`,
    help: ({ lacks }) =>
      lacks === 'machine'
        ? "在本机上打开研究；或在 DuckDB 中以 `COPY households TO 'households.parquet'` 将表写成文件，并改用该文件。"
        : '在终端运行：`npm install -g @duckdb/node-api`。程序所在处、npm 的全局文件夹和主文件夹中的包都能找到，编辑器也是如此。',
    explanation: `DuckDB 文件由 DuckDB 自己打开。它约 70 MB，不是 StudySpec 的一部分，有此类文件的人另行安装：\`npm install -g @duckdb/node-api\`。
查找的位置是：程序所在处、npm 的全局文件夹、主文件夹中的 \`node_modules\`；从不在研究的文件夹中查找，因为它可能来自他人。编辑器的扩展查找同样的
位置；浏览器中没有 DuckDB。

Parquet 文件无须安装任何程序：在 DuckDB 中运行 \`COPY households TO 'households.parquet'\` 即可写出。`,
  },

  'no-such-table': {
    title: '文件中哪张表是回答',
    message: ({ file, table, tables }) =>
      tables === null
        ? `${dataFile(file)}不是数据库文件，没有表“${table ?? ''}”。`
        : tables.length === 0
          ? `${dataFile(file)}中没有表。`
          : table === null
            ? `${dataFile(file)}有 ${tables.length} 张表：${namesText(tables.slice(0, 10))}。`
            : `${dataFile(file)}没有表“${table}”，其中的表为${namesText(tables.slice(0, 10))}。`,
    help: ({ tables, nearest }) =>
      tables === null
        ? '从数据声明中删去 `table`。'
        : tables.length === 0
          ? '改用含有回答的文件。'
          : nearest === null
            ? `写 \`table "${tables[0]!}"\`，或其中另一张表。`
            : `是否应为 \`table "${nearest}"\`？`,
    explanation:
      '数据声明中的 `table` 写明 DuckDB 文件中回答所在的表或视图；不属于 `main` 的写作模式名、点和表名，含有点的部分放在反引号中。文件中只有一张表时不必写明。其他文件没有表可选。',
  },

  'several-sheets': {
    title: '工作簿有多个工作表',
    message: ({ file, sheets }) =>
      `${dataFile(file)}有 ${sheets.length} 个含有内容的工作表：${sheets.map(({ name, rows }) => `“${name}”（${rows} 行）`).join('、')}。`,
    help: ({ sheets }) => `在数据声明中写明回答在哪个工作表：\`sheet "${[...sheets].sort((a, b) => b.rows - a.rows)[0]!.name}"\`。`,
    explanation: '一个工作簿可以有多张表，旁边还可能有说明。读取哪一张从不猜测：数据声明中的 `sheet` 以工作表标签上的名称写明。',
  },

  'no-such-sheet': {
    title: '文件中没有这个工作表',
    message: ({ file, sheet, sheets }) =>
      sheets.length === 0
        ? `${dataFile(file)}不是工作簿，没有工作表“${sheet}”。`
        : `${dataFile(file)}没有工作表“${sheet}”，其工作表为${namesText(sheets)}。`,
    help: ({ nearest, sheets }) =>
      sheets.length === 0
        ? '从数据声明中删去 `sheet`。'
        : nearest === null
          ? `改为 \`sheet "${sheets[0]!}"\`，或其中另一个工作表。`
          : `是否应为 \`sheet "${nearest}"\`？`,
    explanation: '数据声明中的 `sheet` 以工作表标签上的名称写明回答所在的工作表，大小写和空格都须相同。只有工作簿才有工作表。',
  },

  'workbook-errors': {
    title: '工作簿中有错误值的单元格',
    message: ({ file, places, count }) =>
      `${dataFile(file)}有 ${count} 个单元格为错误值，按缺失处理：` +
      `${places.map(({ row, column, text }) => `第 ${row} 行“${column}”列 \`${text}\``).join('；')}${count > places.length ? '等' : ''}。`,
    help: () => '在 Excel 中改正公式，或清空这些单元格：空白按缺失处理，不作提示。',
    explanation: '公式求不出值时，Excel 显示 `#N/A`、`#DIV/0!` 等。这样的单元格不是回答。',
  },

  'inexact-keys': {
    title: '以不精确的数值存储的关键变量',
    message: ({ column, file, as, example, distinct, rows }) =>
      `${dataFile(file)}，“${column}”列：以数值存储，而多于 15 位的数值（${example}）会丢失末几位，不同的${usedAs[as]}因此混为一个` +
      `（${rows} 行中有 ${distinct} 个不同的取值），不能用作${namedAs[as]}。`,
    help: () => '改用以文本存储的列（往往就在旁边）；若没有，重新导出文件，将该列存为文本。',
    explanation: `SPSS、Stata、Excel 和 Parquet 以 8 个字节存储一个数值，能够分辨的整数至多为 9007199254740992（2 的 53 次方；Excel 只保留 15 位）。\
个人和住户的编号可达 18 位：以数值存储时，相邻的编号会变成同一个数。以其合并文件，回答会配上另一户的数值；以其为群，不同的户会合而为一。\
丢失的位数只有原始数据才能找回，因此研究不以其运行。

以文本存储（Stata 的 \`str18\`、SPSS 的 \`A18\`、Excel 中设为文本格式的单元格）时，以及在 CSV 文件中，各位数字都得以保留。`,
  },

  'likely-missing': {
    title: '看来表示“未回答”的代码',
    message: ({ file, codes, variables, numbers }) =>
      `${dataFile(file)}：${codes
        .map(({ code, label, count }) => `${code}${label === null ? '' : `“${label}”`}（${count} 次）`)
        .join('、')}看来是表示未回答的代码，涉及 ${variables} 个变量，而没有声明为缺失` +
      `${numbers.length === 0 ? '。' : `；在${namesText(numbers)}中计为数值。`}`,
    help: ({ clauses, join }) => {
      const where = join === null ? '在数据声明中' : `在合并文件“${join}”的花括号中`;
      const [only] = clauses;
      if (clauses.length === 1 && only!.variables.length === 0)
        return `若表示未回答，${where}写 \`missing ${only!.missing}\`；若是回答，写明其含义：某个类别，或评分量表的某个分值。`;
      const each = clauses.map(({ missing, variables }) =>
        variables.length === 0 ? `${where}写 \`missing ${missing}\`` : `在${namesText(variables)}之后写 \`missing ${missing}\``,
      );
      return `若表示未回答，${each.join('，')}；其他地方的这些数值仍为回答。`;
    },
    explanation: `公开数据和问卷平台常以一个数值表示未回答：−8 不适用，−1 不知道，99 不知道，−3 跳答。SPSS 和 Stata 可以将这些代码声明为缺失，\
文件已作声明的不再询问。但许多文件只给出标签，或只在编码手册中说明：若当作回答，各个均值都会受到影响。

标签表明未回答的代码、导出数据的平台用以表示未回答的代码、以及远离全部回答的代码，会在此提出。未经作者决定，一个也不剔除：\
数值变量仍将其计为数值，指标则因其超出取值范围而不计。`,
  },

  'append-clash': {
    title: '表示文件的列与已有的列同名',
    message: ({ column, file }) => `${dataFile(file)}中已有“${column}”列，不能再用这个名称表示各行所在的文件。`,
    help: () => '换一个名称：`append "second.csv" as wave`。',
    explanation:
      '`append "second.csv" as wave` 把第二个文件的各行接在第一个文件之后，并增加一列（此处为 `wave`），其中写明各行所在文件的名称。任何一个文件都不能已有' +
      '这个名称的列，否则两列中有一列无法使用。',
  },

  'appended-twice': {
    title: '同一文件接在自身之后',
    message: ({ file }) => `${dataFile(file)}会出现两次：其中每位受访者都会计算两次。`,
    help: () => '写另一个文件的名称：`append "second.csv" as wave`。',
    explanation: '`append` 把另一个文件的各行接在第一个文件之后。同一个文件再接一次，受访者完全相同：样本量加倍，标准误偏小近三成。',
  },

  'beside-engine': {
    title: '数据库的表不接受的子句',
    message: ({ word, engine }) => `\`${word}\` 不能用于 ${engine} 的表。`,
    help: ({ word, engine }) =>
      engine === 'duckdb'
        ? `删去 \`duckdb\`：这样就像其他文件一样逐行读取，可以写 \`${word}\`。或删去 \`${word}\`。`
        : `删去 \`${word}\`；合并、纵向追加和抽样权重须在数据库的视图中完成。`,
    explanation:
      '对于数据库的表，只取频数：多少行同时有哪两个回答。因此没有编号、分层和抽样权重，也没有文件的格式。可用的子句为 `missing`、' +
      '`out of range`、`text` 和 `where`。表的合并与追加由视图完成。\n\n' +
      '文件名前没有 `duckdb` 一词的 DuckDB 文件逐行读取，可以使用文件的全部子句。',
  },

  'either-both': {
    title: '一个文件中有同一列的几个名称',
    message: ({ columns, file }) => `${dataFile(file)}中有${columns.map((name) => `“${name}”`).join('和')}，无法判断该用哪一列。`,
    help: ({ columns }) => `只写所指的那个名称：\`from ${columns[0] ?? ''}\`；或在该文件中将另一列改名。`,
    explanation:
      '`from happy | content` 在每一行取该行所在文件中有的那一列：上下相接的文件往往以不同的名称记录同一道题。一个文件若有其中两个名称，就无法判断哪一列' +
      '存放回答。',
  },

  'relabelled-codes': {
    title: '同一代码在两个文件中含义不同',
    message: ({ column, code, first, second, file, other }) =>
      `${column}：${code} 在${dataFile(file)}中是“${first}”，在${dataFile(other)}中是“${second}”，两者都按 ${code} 处理。`,
    help: () => '核对问卷。若代码确实不同，先在其中一个文件中重新编码，再上下相接。',
    explanation:
      '上下相接的文件共用代码：不论来自哪个文件，1 就是 1。而文件自带的标签表明，这个代码在两个文件中含义不同，例如第二次调查颠倒了选项的顺序。',
  },

  'odd-submissions': {
    title: '受访者中有预览和未完成的答卷',
    message: ({ file, previews, unfinished }) => {
      const some = (rows: readonly number[], what: string): readonly string[] =>
        rows.length === 0 ? [] : [`${what} ${rows.length} 份（${rowsText(rows)}）`];
      return `${dataFile(file)}：提交的答卷中有${[...some(previews, '预览'), ...some(unfinished, '未完成的')].join('、')}，均计为受访者。`;
    },
    help: ({ clause }) => `若不是受访者，在数据声明中写 \`where ${clause}\`；若应计入，用 \`accept\` 写明理由。`,
    explanation:
      '问卷平台导出的数据，除正式答卷外，还有试填问卷时提交的、以及中途退出的。未经作者决定，一份也不剔除：在数据声明的筛选条件将其排除之前，' +
      '都计为受访者；排除之后，样本流程中列出其份数。',
  },

  'headings-found': {
    title: '工作表中表格的起始位置',
    message: ({ file, names, last }) =>
      `${dataFile(file)}的表头在${names === last ? `第 ${names} 行` : `第 ${names}～${last} 行`}` +
      `${names === 1 ? '' : `；其上的${names === 2 ? '第 1 行' : `第 1～${names - 1} 行`}不计入`}。`,
    help: ({ names, last }) => `若无误，在数据声明中写 \`header ${names === last ? names : `${names}..${last}`}\`；若有误，写明正确的行。`,
    explanation:
      '供人阅读的表格，上方有标题，表头占数行，有的表头横跨数列。表格从变量名最多的第一行算起。横跨数列的表头之下，各列的名称由二者组成：`经济 / 支出`。',
  },
} satisfies Partial<WordsOfProblems>;
