// Problems of replication and of joined files, in Chinese.
import { rowText } from '../data-phrases.ts';
import type { Lost } from '../../../problems/replication/not-asked.ts';
import { say } from '../../say.ts';
import { kindAndName, kindText } from '../kinds.ts';
import { listed, names, quoted, zh } from '../text.ts';
import { roles } from '../phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

const rowsText = (rows: readonly number[], count: number): string => `第 ${rows.join('、')}${count > rows.length ? ` 等 ${count}` : ''} 行`;

const lostText = (lost: Lost): string =>
  lost.is === 'printed' ? '发表值' : `${kindAndName(lost.kind, lost.name)}${lost.whole ? '（整个略去）' : ''}`;

export const replicationProblems = {
  'unknown-map-name': {
    title: '变量对照中有原研究未询问的内容',
    message: ({ name, original }) => `原研究${quoted(original)}没有询问名为${quoted(name)}的内容。`,
    help: ({ nearest, known }) =>
      (nearest !== null
        ? `是否应为${quoted(nearest)}？`
        : known.length === 0
          ? '原研究没有声明指标、分类变量或数值变量。'
          : `原研究询问的有：${names(known)}。`) + '只有本次调查询问的内容，在变量对照（`map`）之外声明为指标、分类变量或数值变量。',
    explanation:
      `变量对照（\`map\`）写明原研究所问的内容在本次调查中是怎样询问的。每行以原研究中的名称开头：原研究声明的指标、分类变量或数值变量，` +
      `或者原研究或本研究提到的列（\`site from q1\`）。本次调查自己的列名写在 \`from\` 之后。\n\n原研究没有的题目，与对照无关，像在任何研究中一样声明即可。`,
  },

  'map-without-original': {
    title: '并非重复研究，却有变量对照',
    message: ({ kind }) => `该${kindText(kind)}有变量对照（\`map\`），但并未重复其他研究，没有可对照的内容。`,
    help: ({ kind }) =>
      `写明原研究：\`${kind} "…" replicates "original.study"\`。独立的研究，列和代码写在声明中：` +
      '`category sex from q4 { male = 1  female = 2 }`。',
    explanation: '变量对照用来连接两次调查：原研究问了什么，本次调查是怎样问的。没有原研究，就没有可对照的内容。',
  },

  'map-misfit': {
    title: '对照行的内容与变量类型不符',
    message: ({ word, name, kind }) =>
      zh`${word === null ? '类别列表' : `\`${word}\``}不能用于${kind === 'column' ? '列' : kindText(kind)}${quoted(name)}。`,
    help: ({ word, kind }) =>
      word === null
        ? kind === 'column'
          ? '列的取值是带引号的文字：`site from q1 { "A" = 1 }`。'
          : `只有分类变量才有类别；${
              kind === 'indicator' ? '指标可写 `on 1..7`、`reversed`、`missing 99`' : '数值变量可写 `missing 999`'
            }。`
        : '只有指标才有评分量表和方向。分类变量则按其类别的次序写代码。',
    explanation:
      `\`on\` 和 \`reversed\` 针对评分量表，因此属于指标。花括号中的类别属于分类变量（以及重新赋值为文字的列）。数值变量二者皆无：其对照行只有 ` +
      `\`from\` 和 \`missing\`。`,
  },

  'level-without-code': {
    title: '本次调查中没有代码的类别',
    message: ({ category, levels }) =>
      `变量对照没有给出${names(levels.map((level) => `${category}.${level}`))}的代码，不会有个案归入${levels.length === 1 ? '该' : '这些'}类别。`,
    help: ({ category, levels, reference }) =>
      reference === null
        ? `补上代码 \`${levels[0]} = …\`。本次调查没有这一类别的，可不处理：其频数为 0，系数不予估计。`
        : `${quoted(reference)}是参照组，没有它，其他类别便没有比较的对象。补上其代码，或另设参照组：` +
          `\`category ${category} { reference ${levels.includes(reference) ? '…' : reference} }\`。`,
    explanation:
      `对照行须重新写出分类变量的全部代码，因为代码从不沿用：同一个 1，此处可能是女性，彼处可能是男性。没有代码的类别在本次调查中没有个案。` +
      `这可能是对的（本次调查没有城镇），也可能是疏漏。`,
  },

  'column-mapped-twice': {
    title: '两个对照行读取同一列',
    message: ({ column, first, second }) => `${quoted(first)}和${quoted(second)}都来自${quoted(column)}列。`,
    help: ({ second }) => `两道题目应有两列：在编码手册中核对${quoted(second)}的列。确为同一个回答用于两处的，可不处理。`,
    explanation: `每道题目有自己的一列，两个对照行读取同一列，多半是抄写之误：同一道题目的回答会计入两次，二者的相关也都会偏高。`,
  },

  'absent-marker': {
    title: '成分的标志题项未询问',
    message: ({ marker, component, index }) =>
      `指数${quoted(index)}的成分${quoted(component)}以${quoted(marker)}为标志题项，而本次调查未询问该题。`,
    help: ({ component, index, items }) =>
      `另选属于该成分的题项：\`index ${index} { component ${component} marked by ${items[0] ?? '…'} }\`；` +
      `或剔除该成分（\`without ${component}\`），并将 \`keep\` 减 1。`,
    explanation:
      `在任何样本中，成分都由其标志题项辨认。该题未询问时，须由了解题目的人决定以哪一题项代表该成分；由程序代为选择，` +
      `可能在无人察觉时将两个成分对调。`,
  },

  'nothing-asked': {
    title: '所有题项均未询问的维度',
    message: ({ name, items }) =>
      `本次调查未询问维度${quoted(name)}的任何题项，${names(items)}${items.length > 1 ? '均' : ''}为 \`absent\`。`,
    help: ({ name, users }) =>
      `剔除该维度：\`without ${name}\`${
        users.length === 0 ? '' : `，并写明去掉它之后${names(users)}由什么构成：\`index ${users[0]} { of … }\``
      }。此后得分的含义与原研究不同。`,
    explanation:
      `个别题项未询问时，该题项略去，维度由其余题项构成。整个维度都没有题项则是另一回事：三个维度的指数不是四个维度的指数。` +
      `这须由研究者决定并写明，不能顺带处理。`,
  },

  'not-asked': {
    title: '原研究的某项内容本次未询问',
    message: ({ name, lost }) =>
      `本次调查未询问${quoted(name)}，${lost.length === 0 ? '别处也没有用到该题。' : zh`${listed(lost.map(lostText))}${lost.length > 1 ? '均' : ''}不含该题。`}`,
    help: () => '比较结果时予以说明：自变量较少的模型、题项较少的得分，与原研究并不完全相同。',
    explanation:
      `变量对照中的 \`absent\` 表示本次调查没有这道题目。凡用到该题的维度、变量组、指数、比较和回归，以及有关的论断，都略去该题；` +
      `受影响的内容在此逐一列出，不致无人察觉。失去全部内容的变量组或模型随之取消。维度失去全部题项，或成分的标志题项未询问，则为错误：须由研究者决定。`,
  },

  'left-out-but-used': {
    title: '已剔除的内容仍在使用',
    message: ({ name, role }) => zh`${quoted(name)}已剔除，但仍用作${say(roles, role)}。`,
    help: ({ name }) =>
      `用到它的声明一并剔除，或改写为不用${quoted(name)}。本次调查未询问的内容，在变量对照中写作 \`absent\`，即从所有模型中略去。`,
    explanation: `\`without\` 剔除原研究的整个声明：此处不需要的回归、没有意义的比较。此外不作任何改动，因此提到该声明之处会失去依据。`,
  },

  'unknown-framework': {
    title: '没有这个内置研究框架',
    message: ({ name }) => `没有名为${quoted(name)}的内置研究框架。`,
    help: ({ nearest, known }) =>
      `${nearest === null ? '' : `是否应为${quoted(nearest)}？`}内置的有：${known.map(quoted).join('')}。` +
      '自己的研究框架以文件名写明：`replicates "framework.study"`。',
    explanation: `以 \`std:\` 开头的名称属于语言自带的研究框架库：维度、指标、评分量表和分析，没有数据，可供重复研究。其他名称一律为研究说明旁的文件。`,
  },

  'framework-with-data': {
    title: '研究框架中写了数据',
    message: () => '研究框架没有数据，而此处写明了数据。',
    help: () => '文件以 `study` 而不是 `framework` 开头；或将数据声明移到重复该框架的研究中。',
    explanation:
      `研究框架写明问什么、怎样分析，适用于任何调查：可以检查，可以重复，但不能运行。有数据的文件是研究。研究同样可以重复：` +
      `其数据声明从不沿用。`,
  },

  'guessed-lines': {
    title: '属于推测的对照行',
    message: ({ names: guessed, lines }) => `${lines} 个对照行中有 ${guessed.length} 个是推测：${names(guessed)}。`,
    help: () => '逐一与问卷核对，有误的改正，然后删去 `guess`。',
    explanation:
      `以 \`guess\` 结尾的对照行是推测出来的（例如由 \`studyspec replicate\` 给出），没有编码手册或题目的措辞可以印证。它照原样执行。` +
      `删去该词之前，\`check\`、\`run\`、\`compare\` 和编辑器都会计数这些行：由此得到的还不是结果。`,
  },

  'inherited-weights': {
    title: '沿用了原研究的指定权重',
    message: ({ index, weights, original }) =>
      `指数${quoted(index)}以原研究${quoted(original)}的常数为权重：${weights.map(({ name, weight }) => `${quoted(name)}为 ${weight}`).join('、')}。`,
    help: ({ index, weights }) =>
      `若权重由原研究的回答估计而来，则在此重新估计：\`index ${index} { weight by explained variance }\`。` +
      `若要沿用原研究的计分规则，则写明：\`index ${index} { weight given { ` +
      `${weights.map(({ name, weight }) => `${name} = ${weight}`).join(', ')} } }\`。`,
    explanation:
      `\`weight given\` 之后是数值。若这些数值来自原研究自己的回答（例如方差解释率），沿用它们就不是重复同一做法，而是用另一次调查的估计值` +
      `为本次的受访者计分。为了比较得分，可能正要如此，也可能不是。无论如何，重复研究应当写明。`,
  },

  'join-key-missing': {
    title: '文件中没有用于合并的列',
    message: ({ key, file, other }) => `文件${quoted(file)}没有用于与${quoted(other)}合并的${quoted(key)}列。`,
    help: ({ nearest, columns, side, key }) =>
      (nearest === null ? `该文件的列有：${names(columns)}。` : `是否应为${quoted(nearest)}？`) +
      (side === 'answers' ? `列名或代码不同的，写在变量对照中：\`map { ${key} from q1 { "A" = 1 } }\`。` : '关键变量在两个文件中须同名。'),
    explanation:
      `\`join "sites.csv" on site\` 为每行回答添加 \`sites.csv\` 中 \`site\` 相同的那一行的各列。两个文件都要有这一列。回答文件中的列名或代码不同时，` +
      `用对照行写明：\`site from q1 { "Qianxi-1" = 1 }\`。`,
  },

  'join-unmatched': {
    title: '被合并的文件中没有该关键变量值',
    message: ({ key, file, row, id, value, rows, count, values, distinct }) =>
      distinct === 1
        ? `${rowText(row, id)}，${quoted(key)}：文件${quoted(file)}中没有 ${value}，其各列在此缺失` +
          `${count > 1 ? `（这样的行共 ${count} 行：${rowsText(rows, count)}）` : ''}。`
        : `有 ${count} 行的${quoted(key)}在文件${quoted(file)}中没有列出：${values
            .slice(0, 8)
            .map((entry) => `${entry.value}（${entry.count} 行）`)
            .join('、')}${distinct > 8 ? `等 ${distinct} 个值` : ''}；其各列在这些行中缺失（${rowsText(rows, count)}）。`,
    help: ({ nearest, known, alike }) =>
      alike.length > 0
        ? `关键变量按书写形式比较，${quoted(alike[0]!.value)}在文件中写作${quoted(alike[0]!.known)}` +
          `${alike.length > 1 ? `（这样的值共 ${alike.length} 个）` : ''}：统一写法。`
        : (nearest !== null ? zh`是否应为${nearest}？` : `文件中列出的有：${names(known, 6)}。`) +
          '在其中一个文件中改正关键变量，或在被合并的文件中补上该行。',
    explanation:
      `每行回答都用关键变量在被合并的文件中查找。查不到的，所合并的各列在该行缺失：列出行号和值，并计入数据问题。空白的关键变量是缺失，不在此列。` +
      `\n\n关键变量是名称，按书写形式比较：\`01\` 不是 \`1\`，\`A\` 不是 \`a\`，很长的数字每一位都算。`,
  },

  'join-duplicate-key': {
    title: '关键变量值在被合并的文件中重复',
    message: ({ key, value, file, first, second }) =>
      `文件${quoted(file)}中有两行的${quoted(key)}为 ${value}（第 ${first} 行和第 ${second} 行），无法确定以哪一行为准。`,
    help: ({ file }) => `在${quoted(file)}中，每个关键变量值只保留一行。若该文件也是每行一个个案，则两个文件应事先合为一个。`,
    explanation:
      `合并文件时，每行回答取得被合并的文件中关键变量值相同的那一行：受访者很多，地点只有一个。同一关键变量值有两行时，一个地点就有两个答复，` +
      `任取其一都是猜测。`,
  },

  'join-clash': {
    title: '两个文件有同名的列',
    message: ({ columns, file, main }) => `${names(columns)}在${quoted(main)}和${quoted(file)}中都有，采用${quoted(main)}的列。`,
    help: ({ file }) => `若要使用${quoted(file)}中的列，将其改名。`,
    explanation: '被合并的文件的各列以自己的名称与回答的各列并列。两个文件有同名的列时，该名称指回答文件中的列，被合并的那一列无法使用。',
  },

  'bins-on-text': {
    title: '文字列不能按数值区间分组',
    message: ({ category, column, range, texts }) =>
      `分类变量${quoted(category)}按 \`${range}\` 等区间将${quoted(column)}列分组，而该列是文字：${texts.slice(0, 3).map(quoted).join('')}。`,
    help: ({ texts }) => `逐一写出各类别的文字，如 \`= "${texts[0] ?? 'A'}"\`；或改用数值所在的列。`,
    explanation: `\`= ..18\` 取不大于 18 的所有数值。某一列的回答都不是数值，就没有这样的值：或是列名有误，或是文件以标签（“18 岁及以下”）代替了数值。`,
  },
} satisfies Partial<WordsOfProblems>;
