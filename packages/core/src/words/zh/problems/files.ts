// Problems of data files (SS30x, SS31x), in Chinese.
import { say } from '../../say.ts';
import { fileRefusals, numberWitnesses, otherFormats } from '../data-phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { encodingText, rowPlace } from '../places.ts';
import { quoted, zh } from '../text.ts';

const dataFile = (file: string): string => `数据文件“${file}”`;

function quotedCells(row: readonly (string | null)[]): string {
  const cells = row.filter((cell): cell is string => cell !== null);
  return `${cells
    .slice(0, 3)
    .map((cell) => `“${[...cell].length > 40 ? `${[...cell].slice(0, 40).join('')}…` : cell}”`)
    .join('')}${cells.length > 3 ? '等' : ''}`;
}

export const filesProblems = {
  'unreadable-data-file': {
    title: '数据文件无法读取',
    message: ({ file, reason }) => zh`${dataFile(file)}无法读取：${say(fileRefusals, reason)}。`,
    help: ({ nearest }) =>
      nearest === undefined || nearest === null
        ? '按研究说明所在文件夹中的样子写文件名；`data/survey.csv` 之类的路径从该文件夹算起。'
        : `是否应为“${nearest}”？路径从研究说明所在的文件夹算起。`,
    explanation: `数据声明（\`data\`）写明存放回答的文件。文件名从研究说明所在的文件夹查找，而不从当前工作的文件夹查找。

核对拼写、扩展名（\`.csv\`）和大小写（许多计算机区分大小写），并查看文件是否正由其他程序（如 Excel）打开而锁定。`,
  },

  'empty-file': {
    title: '数据文件是空的',
    message: ({ file }) => `${dataFile(file)}没有内容。`,
    help: () => '重新导出数据，首行为变量名。',
    explanation: `文件存在，但其中没有文字。多半是导出中断，或建立了文件而没有写入。

数据文件是一张表：首行为变量名，其余每行为一名受访者。`,
  },

  'no-rows': {
    title: '数据文件只有变量名，没有回答',
    message: ({ file, columns, inTable }) =>
      inTable === true ? `表${quoted(file)}没有任何行，没有回答。` : `${dataFile(file)}只有一行，含 ${columns} 个变量名，没有回答。`,
    help: ({ inTable }) =>
      inTable === true
        ? '确认表是否正确，以及查询者是否有权看到其中的行。'
        : '连同各数据行重新导出。若首行就是回答，在其上方加一行变量名。',
    explanation: '数据文件的首行为变量名，回答从第二行起。这个文件到首行为止，没有可计算的内容。',
  },

  'not-a-table': {
    title: '数据文件不是表格',
    message: ({ file, format }) => zh`${dataFile(file)}不是存放回答的表格，而是${otherFormats[format].called}。`,
    help: ({ format }) => otherFormats[format].help,
    explanation: `StudySpec 读取 CSV（纯文本，每名受访者一行，单元格以逗号、分号或制表符分隔）、SPSS（\`.sav\`、\`.zsav\`）、Stata（\`.dta\`）、\
Excel 工作簿（\`.xlsx\`）和 Parquet（\`.parquet\`）文件。把扩展名改为 \`.csv\`，并不能使其成为 CSV。

旧版工作簿（\`.xls\`）、网页或 PDF，须在相应程序中打开，另存为 \`.xlsx\` 或 CSV。`,
  },

  'wrong-encoding': {
    title: '数据文件采用另一种字符编码',
    message: ({ file, said, likely, sample }) =>
      `${dataFile(file)}的字符编码不是 ${encodingText(said ?? 'utf-8')}` +
      (likely === null ? '。' : `，按 ${encodingText(likely)} 可以正常读取${sample === null ? '' : `（“${sample}”）`}。`),
    help: ({ said, likely }) =>
      likely === 'utf-8'
        ? `从数据声明中删去 \`encoding ${said ?? ''}\`；UTF-8 无须写明。`
        : likely === null
          ? '将文件另存为“CSV UTF-8”，或在数据声明中写明其字符编码，如 `encoding gb18030`。'
          : `在数据声明中写 \`encoding ${likely}\`，或将文件另存为“CSV UTF-8”。`,
    explanation: `文字以数字存储，字符编码规定哪个数字是哪个字。用错了字符编码，“编号”会变成 \`±àºÅ\`，也就找不到任何一列。\
不是 UTF-8 的文件，若文字明显属于某种字符编码，即按其读取并予以说明（SS372）；若看不出，或与数据声明所写的不同，须在数据声明中写明正确的：

\`\`\`study
data "survey.csv" {
  encoding gb18030
}
\`\`\`

中文版 Excel 存为普通 *CSV* 时，多采用 GB18030（又称 GBK）；存为 *CSV UTF-8* 更稳妥。其他常用的有 \`big5\`（台湾、香港）、\
\`shift_jis\`（日本）、\`windows-1252\`（西欧）和 \`utf-16le\`（Excel 的 *Unicode 文本*）。`,
  },

  'unknown-encoding': {
    title: '没有这种字符编码',
    message: ({ encoding }) => `没有名为“${encoding}”的字符编码。`,
    help: ({ nearest }) =>
      nearest === null
        ? '常用的有 `utf-8`、`gb18030`、`gbk`、`big5`、`shift_jis`、`windows-1252`、`utf-16le`。'
        : `是否应为 \`${nearest}\`？`,
    explanation:
      '数据声明中的 `encoding` 写明文件的文字如何存储；文件为 UTF-8 时可省去。名称采用网络标准“Encoding Standard”：`utf-8`、`utf-16le`、' +
      '`gb18030`（以及它所包含的 `gbk`、`gb2312`）、`big5`、`shift_jis`、`euc-kr`、`windows-1250` 至 `windows-1258`、' +
      '`iso-8859-1` 至 `iso-8859-16`。',
  },

  'unclosed-quote': {
    title: '数据文件中的引号没有闭合',
    message: ({ row, start }) =>
      `${row === null ? '首行' : rowPlace(row)}：以 \`"${start}\` 开头的单元格，引号没有闭合，文件其余部分将并入这一个单元格。`,
    help: () => '在该单元格末尾补上 `"`。文字本身含有的引号写两个：`"他说""是的"""`。',
    explanation: `CSV 文件中，含有逗号或换行的单元格要加引号：\`"是的, 总是"\`。此处的引号有开头而没有闭合。继续读取会将其后各行都并入这一单元格，\
因此不读取任何内容。

用文本编辑器打开文件，在所指的行补上引号；引号若是回答的一部分，写两个。`,
  },

  'stray-quote': {
    title: '闭合的引号之后还有文字',
    message: ({ row, place, column, cell, count }) =>
      `${rowPlace(row)}，${column === null ? `第 ${place} 个单元格` : `“${column}”列`}：闭合的引号之后还有文字，该单元格读作“${cell}”` +
      `${count > 1 ? `（这样的单元格共 ${count} 个）` : ''}。`,
    help: () => '将整个单元格加引号，其中的引号写两个：`"所谓""新""村"`。',
    explanation:
      '以引号开头的单元格以引号结尾，其后应为分隔符。此处其后却是文字：或缺少分隔符，或单元格中的引号没有写两个。' +
      '该单元格按各部分连接起来读取；须核对这是否为本意。',
  },

  'long-row': {
    title: '某行的单元格多于列数',
    message: ({ row, cells, columns, count }) =>
      `${rowPlace(row)}：有 ${cells} 个单元格，而表头只有 ${columns} 列${count > 1 ? `；这样的行共 ${count} 行` : ''}。`,
    help: ({ count, columns }) =>
      (count > 2 || columns === 1 ? '若首行为标题而变量名在下面，在数据声明中写明其所在行，如 `header 2`；否则，' : '') +
      '多半是文字中含有逗号而未加引号，应写作 `"是的, 总是"`；在数据文件中改正该行。',
    explanation: `每行的单元格数应与首行的变量名数相同。多出的，通常是某段文字含有逗号而没有加引号：其后的回答都向右错了一列。\
可能错列的表不作任何计算。

单元格数足够、多出的全是空白的行可以接受：有的程序在每行末尾写上逗号。`,
  },

  'short-row': {
    title: '某行的单元格少于列数',
    message: ({ row, cells, columns, count }) =>
      `${rowPlace(row)}：只有 ${cells} 个单元格，而表头有 ${columns} 列${count > 1 ? `；这样的行共 ${count} 行` : ''}。缺少的单元格按空白读取。`,
    help: () => '若丢失的单元格在行的中间，其后的回答都向左错了一列：在其位置补上一个空白单元格。',
    explanation:
      '每行的单元格数应与首行的变量名数相同。有的程序省去行末的空白单元格，此时按空白读取是对的，这里即如此处理。' +
      '但若丢失的单元格在行的*中间*，其后的回答都向左移了一列，算到了别的题目上。查看所列各行。',
  },

  'duplicate-column': {
    title: '两列同名',
    message: ({ column, positions, others }) =>
      `第 ${positions.join('、')} 列同名“${column}”，该名称指第 ${positions[0]!} 列${others > 0 ? `（另有 ${others} 个名称重复）` : ''}。`,
    help: () => '在文件首行为每一列取不同的名称。',
    explanation:
      '研究以名称引用各列，因此一个名称只能指一列。两列同名时采用第一列，而它未必是所要的那一列。其余各列可写作 `from "名称 [2]"`、' +
      '`from "名称 [3]"` 等，但最好在文件中改名。',
  },

  'unnamed-column': {
    title: '没有名称的列',
    message: ({ positions }) =>
      positions.length === 1
        ? `第 ${positions[0]!} 列在首行没有名称，以“column ${positions[0]!}”称之。`
        : `有 ${positions.length} 列在首行没有名称（第一个是第 ${positions[0]!} 列），以“column ${positions[0]!}”等称之。`,
    help: () => '在文件首行补上名称；不需要该列时，将其删去。',
    explanation:
      '首行为各列的名称。有回答而没有名称的列仍可使用，如 `from "column 4"`，但这样的名称没有含义，前面插入一列后还会改变。' +
      '整列空白的，不作说明即予略去。',
  },

  'no-header': {
    title: '首行是数值，而不是变量名',
    message: ({ file, first }) => `${dataFile(file)}的首行是数值（${first}），应为变量名。`,
    help: () => '在其上方加一行，写明每列的名称；若变量名在后面的某一行，在数据声明中写明，如 `header 2`。',
    explanation: `研究以名称引用各列，因此数据文件的首行应为变量名。此处首行全是数值，看来是第一名受访者的回答。若当作名称，样本就少了一个个案，\
各列也找不到。

有的程序须另行设置才会导出变量名：在 SPSS 中勾选*将变量名写入文件*。若各列的名称确为 1、2、3……，在每个数前加一个字母：\`q1\`、\`q2\`、\`q3\`。`,
  },

  'blank-rows': {
    title: '略去空白行',
    message: ({ first, count }) =>
      count === 1 ? `${rowPlace(first)}没有任何内容，不计入。` : `有 ${count} 行没有任何内容，不计入；第一处为${rowPlace(first)}。`,
    help: () => '从文件中删去空白行。',
    explanation: `电子表格常在表的末尾留下没有任何回答的行。若计为受访者，样本量就会虚增；以均值替换缺失值时，这些行甚至会有得分。因此予以略去，\
文件中任何位置的空行也一样。夹在其他行*之间*、各单元格均为空白的行则不同：计为一名什么都没有回答的受访者（SS316）。

各行的编号不变：报告中的第 12 行，仍是电子表格中的第 13 行。`,
  },

  'ambiguous-number': {
    title: '可有两种读法的数值',
    message: ({ column, cell, read, other, why, others }) =>
      zh`“${column}”列：${cell} 读作 ${read}，而不是 ${other}，因为${numberWitnesses[why]}${others > 0 ? `（另有 ${others} 列同此）` : ''}。`,
    help: ({ cell }) =>
      `在数据声明中写明：带小数的小数值写 \`decimal ${cell.includes(',') ? 'comma' : 'point'}\`，` +
      `上千的数值写 \`decimal ${cell.includes(',') ? 'point' : 'comma'}\`。`,
    explanation: `\`1,234\` 在有的国家是一千二百三十四，在有的国家是一点二三四；\`1.234\` 正好相反。多数文件中，其他数值足以判定：\
\`3,5\` 中的逗号只能是小数点。此处该列本身不能判定，因此按文件的其余部分判定。若判定有误，该列的每个数值都会大一千倍或小一千倍。

规则如下：单元格以逗号分隔的文件中，数值里的逗号为千位分隔符；以分号分隔的文件中，逗号为小数点；文件以逗号为小数点时，句点为千位分隔符。`,
  },

  'unanswered-rows': {
    title: '各单元格均为空白的行计为个案',
    message: ({ first, count }) =>
      count === 1 ? `${rowPlace(first)}没有任何回答，仍计为个案。` : `有 ${count} 行没有任何回答，仍计为个案；第一处为${rowPlace(first)}。`,
    help: () => '若并无受访者，从文件中删去这样的行。',
    explanation: `各单元格均为空白、而下面还有回答的行，可能是一名什么都没有回答的受访者。与 SPSS 相同，计为全部回答缺失的个案：样本量随之增加；\
以均值替换缺失值（\`missing mean\`）时，其得分全由均值构成。

文件*末尾*的空白行是电子表格留下的，予以略去（SS314）。`,
  },

  'heading-rows': {
    title: '略去表头行',
    message: ({ file, rows }) =>
      rows.length === 1
        ? `${dataFile(file)}的数据第 1 行看来是表头，而不是受访者：${quotedCells(rows[0]!)}。该行不计入。`
        : `${dataFile(file)}的数据第 1～${rows.length} 行看来是表头，而不是受访者：${rows.map(quotedCells).join('；')}。这些行不计入。`,
    help: ({ rows }) => `若确为表头，在数据声明中写 \`header 1..${rows.length + 1}\`，即不再提示；若是受访者，写 \`header 1\`。`,
    explanation: `问卷平台在回答之上不只写变量名，还写每道题目的文字和平台自己的代码（Qualtrics 共有三行，问卷星有时为两行）。若读作回答，\
就成了什么都没有回答、或全部答错的受访者。

顶端的行，若在下面为数值的列中是文字，且这些文字彼此不同、也与任何回答不同，即视为表头，予以略去。各行的编号不变：报告中的第 3 行，\
仍是电子表格中的第 4 行。

数据声明中的 \`header 1..3\` 表示变量名在第一行，其后还有两行表头；\`header 3\` 表示变量名在第三行，其后即为回答。`,
  },

  'summary-rows': {
    title: '略去汇总行',
    message: ({ file, rows }) => {
      const found = rows
        .slice(0, 5)
        .map(({ row, name, cells }) => `第 ${row} 行（${[...(name === '' ? [] : [`“${name}”`]), ...cells].join('，')}）`)
        .join('、');
      const more = rows.length > 5 ? `等 ${rows.length} 行` : '';
      return `${dataFile(file)}：数据${found}${more}是其他各行的汇总，而不是受访者，不计入。`;
    },
    help: () => '从文件中删去汇总行。若确为受访者，另给编号。',
    explanation: `电子表格常在回答之下或之上附有均值行或合计行。若计为受访者，各项统计都会受影响：合计行会在 1～5 的量表上出现 58，\
均值行会在整数回答中出现 3.5。

编号列表明某行不是受访者的（mean、average、total、sum、平均、合计、总计之类），予以略去；最后一行若没有编号，且各数值都是上面各行之和或均值，\
也予以略去。其余一概保留。`,
  },

  'damaged-bytes': {
    title: '数据文件有损坏之处',
    message: ({ file, encoding, row, byte, bytes, before, rows }) =>
      `${dataFile(file)}的字符编码为 ${encodingText(encoding)}，但${row === 0 ? '表头' : rowPlace(row)}有损坏：` +
      `${before === '' ? '' : `“${before}”之后，`}自第 ${byte} 字节起（${bytes}）不是文字${rows > 1 ? `；这样的行共 ${rows} 行` : ''}。`,
    help: () => '用文本编辑器改正该单元格，或重新导出文件。改用其他字符编码无济于事：文件其余部分按此字符编码读取无误。',
    explanation:
      '文件几乎都能正常读取，只有少数字节不能：可能是复制时截断的文件，由两个字符编码不同的文件拼成的文件，或某个程序写坏的文字。' +
      '改用其他字符编码读取，会使其他文字全部出错，因此在改正之前不读取任何内容。',
  },
} satisfies Partial<WordsOfProblems>;
