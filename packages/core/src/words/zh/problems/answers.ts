// Problems of columns and answers (SS32x on), in Chinese.
import { say } from '../../say.ts';
import { rowText, readingWays } from '../data-phrases.ts';
import { kindAndName } from '../kinds.ts';
import { listed, names, quoted, zh } from '../text.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { lossExplanation, lossText } from './loss.ts';
import { holdsNumber } from '../../../text/holds-number.ts';

function word(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : `"${name}"`;
}

function code(value: string): string {
  return /^-?\d+(\.\d+)?$/u.test(value) ? value : `"${value}"`;
}

/** Numbers stand bare, texts in their marks. */
const valueText = (value: string): string => (/^[-−+]?[\d.,]+$/u.test(value) ? value : quoted(value));

/** `1..5` as `1～5`; an open range as it is typed. */
const rangeText = (range: string | null): string =>
  range === null ? '' : /^-?[\d.]*\d\.\.-?\d[\d.]*$/u.test(range) ? range.replace('..', '～') : `\`${range}\``;

const several = (count: number, noun = '回答', measure = '个'): string => (count > 1 ? `（此类${noun} ${count} ${measure}）` : '');

const typed = (values: readonly { readonly value: string }[]): string =>
  values
    .slice(0, 3)
    .map((entry) => `"${entry.value}"`)
    .join(' | ');

const coded = (levels: readonly { readonly name: string; readonly codes: string }[], most: number): string =>
  listed(
    levels.map(({ name, codes }) => `${name} = ${codes}`),
    most,
    '、',
  );

export const answersProblems = {
  'unknown-column': {
    title: '数据文件中没有这一列',
    message: ({ column, file }) => `数据文件${quoted(file)}中没有${quoted(column)}列。`,
    help: ({ nearest, columns }) =>
      nearest !== null
        ? `是否应为${quoted(nearest)}？列名与声明的名称不同时，用 \`from\` 写明：\`from ${word(nearest)}\`。`
        : `现有的列为${names(columns)}。用 \`from NAME\` 写明回答所在的列。`,
    explanation:
      '没有 `from` 时，指标、分类变量和数值变量在与其同名的列中查找；写有 `from q12` 的，在 `q12` 列中查找。名称须逐字相同，大小写' +
      '也须一致。列名以数据文件的第一行为准。\n\n名称不是一个单纯的词（含有空格，或以数字开头）的，写在引号中：`from "Q13 Are you happy?"`。如果所有的列似乎都找不到，可能是读取文件时' +
      '所用的分隔符或字符编码有误，也可能是用错了文件。',
  },

  'out-of-range': {
    title: '回答超出取值范围',
    message: ({ row, id, variable, value, expected, count, kept, within, loss }) =>
      `${rowText(row, id)}，${kindAndName(within ? 'number' : 'indicator', variable)}：${value} ${zh`超出取值范围${rangeText(expected)}`}，` +
      `${kept ? '按 `out of range kept` 仍予使用' : '按缺失处理'}${several(count)}。${lossText(loss)}`,
    help: ({ count, answered, expected, values, kept, within }) =>
      count * 2 > answered
        ? `多数回答${zh`超出取值范围${rangeText(expected)}`}：核对${within ? '取值范围' : '评分量表'}是否应为其他范围` +
          `（\`${within ? 'within' : 'on'} LOW..HIGH\`），或该列是否为其他题目。`
        : values.length <= 2 && count >= 3
          ? `${values.map((entry) => entry.value).join('、')} 表示未作回答的，列入缺失值代码：\`missing ` +
            `${values.map((entry) => entry.value).join(' | ')}\`。`
          : kept
            ? '在数据中改正，或删去 `out of range kept`；只有复现未清理数据的论文时才用此子句。'
            : `核对问卷后在数据中改正${within ? '。' : '；1～5 的量表上出现 55，多半是 5 录入了两次。'}`,
    explanation:
      '评分量表，或数值变量的 `within`，规定了可能有哪些回答。超出取值范围的回答，或是录入错误，或是未声明的表示未作回答的代码，' +
      '或说明该题是按另一种评分量表询问的。这样的回答连同所在的行和取值一并列出、计数，并按缺失处理，不进入任何统计量。\n\n' +
      '一个错误的单元格就可能造成很大的影响。323 个 1～5 的回答中只要有一个 55，标准差就由 0.9 升至 3.0；按最小值和最大值换算之后，其余所有人都被' +
      `压缩到 0～100 得分最低的十分之一以内。\n\n数据声明中的 \`out of range kept\` 使这类回答原样参与计算，只用于复现原本就这样做的论文。${lossExplanation}`,
  },

  'not-a-number': {
    title: '应为数值之处是文字',
    message: ({ row, id, variable, value, expected, count, loss }) =>
      `${rowText(row, id)}，变量${quoted(variable)}：${quoted(value)}不是${expected === null ? '' : `${zh`取值范围${rangeText(expected)}内的`}`}` +
      `数值，按缺失处理${several(count)}。${lossText(loss)}`,
    help: ({ values, distinct, count, answered, early, scale }) =>
      count === answered && distinct > 1
        ? '没有一个回答是数值：该列可能存放的是标签。导出代码而不是标签，或改为声明分类变量，每个标签为一个类别。'
        : early
          ? `位于数值列的前 ${count} 行：如果是标题行，在数据声明中写明 \`header 1..${count + 1}\`。`
          : !scale && values.some(({ value }) => holdsNumber(value))
            ? `只写数值，删去${names(
                values.filter(({ value }) => holdsNumber(value)).map(({ value }) => value),
                3,
              )}中的文字；` + '或从文件中删去该回答。'
            : `${names(
                values.slice(0, 3).map(({ value }) => value),
                3,
              )}表示未作回答的，列入缺失值代码：\`missing ${typed(values)}\`。`,
    explanation:
      '指标和数值变量要参与计算，所在的列必须是数值。导出的文件中常有“拒绝回答”“NA”“不知道”等文字。如果表示没有回答，就列为缺失：' +
      `在数据声明中对所有列写明，或在某个变量的声明中单独写明：

\`\`\`study
data "survey.csv" { missing blank | "refused" | 99 }
indicator happy "Happier than before" on agreement missing "don't know"
\`\`\`

在此之前，这样的回答逐一列出，并按缺失处理。${lossExplanation}`,
  },

  'unlisted-code': {
    title: '未定义的代码',
    message: ({ row, id, variable, value, count, values, distinct, loss }) =>
      `${
        distinct === 1
          ? `${rowText(row, id)}，分类变量${quoted(variable)}：${zh`代码${valueText(value)}未定义`}，按缺失处理${several(count)}。`
          : `分类变量${quoted(variable)}：${count} 个回答的代码未定义，按缺失处理：${values
              .slice(0, 5)
              .map((entry) => `${entry.value}（${entry.count} 个）`)
              .join('、')}${distinct > 5 ? `等 ${distinct} 种` : ''}；最先出现于${rowText(row, id)}。`
      }${lossText(loss)}`,
    help: ({ levels, silent, values, alike }) =>
      alike != null
        ? `${quoted(alike.value)}即类别${quoted(alike.level)}的，将该文字一并列入：\`${alike.level} = ${alike.codes} | "${alike.value}"\`。`
        : `${zh`现有类别为${coded(levels, 6)}`}；` +
          (silent.length > 0 ? `${zh`其中${coded(silent, 3)}没有个案`}，核对其代码是否有误。代码无误的，` : '') +
          `将 ${code(values[0]?.value ?? '2')} 归入某一类别（如 \`= 1 | ${code(values[0]?.value ?? '2')}\`），或列入 \`missing\`。`,
    explanation:
      '分类变量写明了每个类别由哪些代码构成。代码未定义的回答没有归属：连同所在的行和取值一并列出、计数，并按缺失处理。\n\n' +
      '或是遗漏了一个类别，或是一个类别应包括几个代码（`minority = 2..6`），或是该代码表示未作回答，应列入 `missing`。如果文件中存放的是标签而' +
      `不是代码，就列出标签：\`male = "Male"\`。${lossExplanation}`,
  },

  'undefined-value': {
    title: '计算变量没有取值',
    message: ({ row, id, variable, value, expected, count }) =>
      `${rowText(row, id)}，计算变量${quoted(variable)}没有取值：\`${value}\` 时 \`${expected}\` 无定义，按缺失处理${several(count, '数据', '行')}。`,
    help: () => '多半是除数或取对数的列以 0 表示未作回答：将其列为缺失，如 `number size missing 0`。',
    explanation:
      '任何数都不能除以 0，0 和负数没有对数。计算变量在某一行遇到这种情况时，该行按缺失处理，并列出计算所用的取值。\n\n这个 0 往往不是真实的回答：不会有人口为 0 的住户。应将该数值变量连同缺失值代码一并声明，再由其计算。',
  },

  'prorated-sums': {
    title: '参与求和的取值不全',
    message: ({ number, count, cases, of }) =>
      `计算变量${quoted(number)}：${cases} 个总和中有 ${count} 个因 ${of} 个取值不全而按比例推算。`,
    help: ({ number, of }) => `${quoted(number)}在这种情况下应为缺失的，要求取值齐全：\`needs ${of}\`。`,
    explanation:
      '写有 `needs k` 时，只要有至少 k 个取值就计算总和：以现有取值的均值乘以应有的个数。这相当于其余各题也同样回答时应得的总和；' +
      '不写 `needs` 则为缺失，与 SPSS 中的求和相同。',
  },

  'beyond-goalposts': {
    title: '取值超出数值变量的上下限',
    message: ({ row, id, variable, value, low, high, count }) =>
      `${rowText(row, id)}，数值变量${quoted(variable)}：${value} 超出上下限 ${low}～${high}，取较近的一端${several(count, '取值')}。`,
    help: ({ low, high, values }) => {
      const found = values.map(({ value }) => Number(value));
      return `需要区分这些取值的，放宽上下限：\`goalposts ${Math.min(low, ...found)}..${Math.max(high, ...found)}\`。`;
    },
    explanation:
      '上下限规定哪些取值对应换算后范围的两端，使不同样本可以比较：写有 `rescale 0..1 goalposts 20..85` 时，无论样本如何，寿命 20 岁为 ' +
      '0，85 岁为 1。超出上下限的取值以较近的一端计，与人类发展指数的做法相同（UNDP, Technical note 1）；否则一个取值就可能压倒其余所有取值。',
  },

  'level-never-occurs': {
    title: '没有个案的类别',
    message: ({ category, level, codes, column }) =>
      `分类变量${quoted(category)}的类别${quoted(level)}没有个案：${quoted(column)}列中没有出现 \`${codes}\`。`,
    help: () => '与问卷核对代码；如果未询问或确实没有个案属于该类别，删去该类别，或将其并入其他类别。',
    explanation:
      '已声明该类别，但没有一个回答是其代码。代码可能有误。如果代码无误，该类别就没有个案：频数为 0，不能与其他类别比较，回归中也无法' +
      '估计其系数。',
  },

  'overlapping-levels': {
    title: '一个回答属于两个类别',
    message: ({ category, value, first, second }) =>
      `分类变量${quoted(category)}：回答 ${value} 同时属于${names([first, second])}两个类别。`,
    help: ({ value }) => `更正代码，使每个回答只归入一个类别。实数写成左闭右开区间：\`..<${value}\` 和 \`${value}..\`。`,
    explanation:
      '每名受访者至多属于分类变量的一个类别。此处两个类别的代码有重叠，而数据中有一个回答正落在重叠之处。\n\n' +
      '区间包括两个端点：`..18` 和 `18..45` 都包括 18。整数用 `..18` 和 `19..45` 区分，实数用左闭右开区间区分：`..<3` 和 `3..<15`。',
  },

  'duplicate-id': {
    title: '两名受访者的编号相同',
    message: ({ id, first, second, count }) =>
      `数据第 ${first} 行与第 ${second} 行的编号同为${quoted(id)}，${count > 1 ? `编号重复的共 ${count} 行，各行` : '两行'}均计入。`,
    help: () => '同一份问卷录入两次的，删去其中一行；两人误用同一编号的，予以更正。',
    explanation:
      '`id` 所指的列应能区分各个受访者。同一编号出现两次，可能是一份问卷录入了两次，此人在所有统计量中就会计算两次。StudySpec 不会代为' +
      '删除：改正文件之前，两行都参与计算。',
  },

  'all-missing': {
    title: '该题无人作答',
    message: ({ variable, column, rows }) => `变量${quoted(variable)}：${quoted(column)}列的 ${rows} 个回答全部缺失。`,
    help: () => '核对列名，并检查 `missing` 是否误列了有效代码；本次调查未询问此题的，删去该声明。',
    explanation:
      '该列的每个单元格都是空白，或是 `missing` 所列的代码，因此无法计算任何统计量。可能是导出时该列为空，也可能是 `missing` 所列的' +
      '代码在这一题中是真实的回答。变量自身的 `missing` 取代数据声明中的 `missing`。',
  },

  'look-alike-keys': {
    title: '看上去相同的关键变量取值',
    message: ({ column, file, first, second, same, count }) =>
      `数据文件${quoted(file)}的${quoted(column)}列：${quoted(first)}与${quoted(second)}看上去相同，` +
      `${same ? '按同一取值处理' : '但写法不同，按两个取值处理'}${count > 1 ? `（此类 ${count} 对）` : ''}。`,
    help: ({ same }) => (same ? '在文件中统一写法；确为两个取值的，将其中一个改名。' : '确为同一取值的，在文件中统一写法。'),
    explanation:
      '`id`、`cluster` 和 `join … on` 所指的列是关键变量，其取值按原样比较，只忽略首尾的空格和全角、半角之别（`Ａ１` 即 ' +
      '`A1`）。`A1` 与 `a1`、`Site 3` 与 `Site3` 是两个取值：两名受访者、两个群，其中只有一个能在被合并的文件中找到对应的行。而在多数情况下，' +
      '本意是同一个取值。',
  },

  'shortened-keys': {
    title: '较长的编号丢失了后几位',
    message: ({ column, file, example, count }) =>
      `数据文件${quoted(file)}的${quoted(column)}列：${example} 是一个长编号，Excel 只保留了前几位（此类编号 ${count} 个），` +
      '不同的编号可能因此变得相同。',
    help: () => '从最初生成该文件的程序中重新导出；或在录入、导入编号之前，先在 Excel 中将该列设为文本格式。',
    explanation:
      '12 位及以上的数，Excel 显示为 `5.20424E+17` 的形式，此后保存的 CSV 文件中也只有这几位，其余各位已经丢失。住户和个人的编号最多有 ' +
      '18 位，因此许多编号会变得相同。除了最初的文件，没有办法恢复丢失的各位。',
  },

  'several-answers': {
    title: '一个单元格中有几个回答',
    message: ({ row, id, variable, value, count, kind, expected, loss }) =>
      `${rowText(row, id)}，${kindAndName(kind, variable)}：${quoted(value)}含有几个回答` +
      `${kind === 'indicator' ? `，各在${zh`取值范围${rangeText(expected)}内`}` : ''}，按缺失处理${several(count, '单元格')}。${lossText(loss)}`,
    help: ({ kind }) =>
      (kind === 'indicator'
        ? '在评分量表上选了两个分值的，等于没有回答：改正该单元格，或任其缺失。'
        : '允许多选的，导出时每个选项各占一列，以 0 和 1 表示，并逐一声明。') +
      (kind === 'category' ? '' : '其中的逗号如为小数点，改写为句点。'),
    explanation:
      '允许多选的题目常常导出为一个单元格：`1,3`、`1;3`、`1┋3`。这不是一个数：如果读作 1.3，就会把并无受访者给出的回答计入均值。这样的' +
      '单元格逐一列出，并按缺失处理。\n\n一道允许多选的题目相当于几道题目，每个选项一道：多数平台可以这样导出（*拆分为多列*，*每个选项一列*）。在评分量表上，`2,3` 是受访者选了两个' +
      `分值。只有该列的其他数值可以证明时（\`3,67\`、\`4,0\`），逗号才读作小数点。${lossExplanation}`,
  },

  'labelled-answers': {
    title: '回答是文字：各对应评分量表的哪个分值',
    message: ({ row, id, variable, value, count, values, expected, loss }) =>
      `${rowText(row, id)}，指标${quoted(variable)}：${quoted(value)}是标签，而不是${zh`取值范围${rangeText(expected)}内的`}数值，按缺失处理` +
      `${
        count > 1
          ? `（此类回答 ${count} 个：${values
              .slice(0, 5)
              .map((one) => `${quoted(one.value)}${one.count} 个`)
              .join('，')}）`
          : ''
      }。${lossText(loss)}`,
    help: ({ scale, low, high, points }) => {
      const known = points.filter((one) => one.point !== null).sort((a, b) => a.point! - b.point!);
      const open = points.filter((one) => one.point === null).map(({ text }) => text);
      const orCodes = '或导出代码而不是标签。';
      // Which point a label is, nobody but the author knows: none is made up.
      if (known.length === 0)
        return `在评分量表中写明各标签对应的分值，每行一个标签，\`=\` 之后为分值：${open.slice(0, 5).map(quoted).join('')}${open.length > 5 ? '等' : ''}。${orCodes}`;
      const lines = known.map(({ text, point }) => `"${text}" = ${point}`).join('  ');
      return (
        `在评分量表中写明各文字对应的分值：\`scale ${scale ?? 'answers'} ${low}..${high} { ${lines} }\`` +
        `${scale === null ? '，并在指标中写明 `on answers`' : ''}` +
        `${open.length > 0 ? `；${open.slice(0, 4).map(quoted).join('')}同此` : ''}。${orCodes}`
      );
    },
    explanation:
      'Google Forms、Qualtrics 和问卷星导出的可以是回答的文字，而不是数字。指标要参与计算，因此必须知道哪个文字对应哪个分值。由评分' +
      `量表写明：

\`\`\`study
scale agreement 1..5 {
  "Strongly disagree" = 1
  "Disagree"          = 2
  "Neither"           = 3
  "Agree"             = 4
  "Strongly agree"    = 5 | "5 - strongly agree"
}
\`\`\`

评分量表各分值的标签和两端的标签均读作相应的分值，不论大小写，也不论是评分量表的哪一种语言。文字不会仅因以某个分值开头就当作该分值：` +
      `\`5 - 10 times\` 不是 5。${lossExplanation}`,
  },

  'between-points': {
    title: '回答介于评分量表的两个分值之间',
    message: ({ row, id, variable, value, expected, count, whole }) =>
      `${rowText(row, id)}，指标${quoted(variable)}：${value} ${zh`不是评分量表${rangeText(expected)}的分值`}，而其他 ${whole} 个回答都是；` +
      `仍按原值使用${several(count)}。`,
    help: () => '与问卷核对：以均值填入缺失之处的，从文件中删去；录入错误的（如 4 录成 4.4），予以改正。',
    explanation:
      '在 1～5 的评分量表上没有人会选 3.14。在整数回答之间出现个别介于两个分值之间的回答，多半是电子表格或同事以均值填入了缺失之处，或是把' +
      '均值所在的行当作了受访者，或是录入错误。如果题项本身就是几个回答的均值，其取值很少是整数，此时不作提示。',
  },

  'read-as': {
    title: '数值的读取方式',
    message: ({ ways }) =>
      `数值按其写法读取：${ways.map(({ way, columns }) => `${names(columns, 5)}列，${say(readingWays, way)}`).join('；')}。`,
    help: () => '如有不符，在数据声明中写明小数点：`decimal point` 或 `decimal comma`。',
    explanation:
      '数值的写法各地不同：`3,5`、`1,234`、`1.234,50`、`１２`、`−4`、`3分`、`45 %`。一列中属于数值的单元格决定该列数值的写法，不论其间有' +
      '什么文字；其他列所能证明的，也作为依据。读取的方式只说明一次。\n\n百分号表示除以 100（`45 %` 即 0.45）。只有该列的所有数值都带同一单位时，才读出单位；表示倍数的单位（`5万`、`3k`）一律不读。',
  },

  'duplicate-rows': {
    title: '两行的所有单元格都相同',
    message: ({ file, pairs, count }) =>
      count === 1
        ? `数据文件${quoted(file)}：第 ${pairs[0]![0]} 行与第 ${pairs[0]![1]} 行的所有单元格都相同，两行均计入。`
        : `数据文件${quoted(file)}：${count} 行的所有单元格都与另一行相同（${pairs
            .map(([first, second]) => `第 ${first} 行与第 ${second} 行`)
            .join('；')}${count > pairs.length ? '等' : ''}），各行均计入。`,
    help: () => '同一份问卷提交或粘贴了两次的，从文件中删去其中一行。',
    explanation:
      '两个人在同一时间、以同一编号对所有题目作出相同的回答，几乎是不可能的。所有单元格都相同的行，多半是一份问卷提交了两次，或一组行粘贴了' +
      '两次，因而在所有统计量中都计算两次。StudySpec 不会代为删除。\n\n没有编号变量时，只有在偶然不足以解释的情况下才指出：这些行有共同的、其他人都没有的时间、地址或文字，或有十二个以上的回答。',
  },

  'code-counts': {
    title: '缺失值代码在此处算作回答',
    message: ({ variable, values, rows, from }) =>
      `变量${quoted(variable)}：${values} 算作回答（${rows} 行），因为该变量自身的缺失值代码取代了` +
      `${from === null ? '数据声明' : kindAndName(from.kind, from.name)}的缺失值代码。`,
    help: ({ codes }) => `${codes} 在此处也表示未作回答的，补入列表：\`missing … | ${codes}\`。`,
    explanation:
      '以最内层的 `missing` 为准，并取代外层的：77 在别处都表示未作回答，在此处却可能是年龄。数据声明（或维度、变量组）所列的代码，在此处未列' +
      '而又确实出现时，每个变量提示一次。',
  },

  'no-run': {
    title: '两个名称之间不是连续的列',
    message: ({ first, last, computed }) =>
      computed === null
        ? `\`${first}..${last}\` 不是连续的列：在文件中，${quoted(last)}列位于${quoted(first)}列之前。`
        : `\`${first}..${last}\` 不是连续的列：${quoted(computed)}在文件中没有对应的列。`,
    help: ({ first, last, computed }) =>
      computed === null ? `改为 \`${last}..${first}\`，或逐一列出各列。` : '逐一列出各列，以逗号分隔。',
    explanation:
      '公式 `mean(s1..s4)` 指数据文件中按顺序从 s1 到 s4 的所有列，与 SPSS 的 TO 相同。两端都须是列，且前者在后者之前。已声明的列用其赋值' +
      '之后的取值：反向题已反向计分，缺失值代码不计。',
  },
} satisfies Partial<WordsOfProblems>;
