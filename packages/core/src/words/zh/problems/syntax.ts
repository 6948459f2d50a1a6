// Problems of the text: brackets, signs, words (SS1xx), in Chinese.
import { say } from '../../say.ts';
import { kindText } from '../kinds.ts';
import { idle, insteads, signRoles, wanted, whyIdle } from '../phrases.ts';
import { oneOf, quoted, zh } from '../text.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

const LACKS = {
  level: '没有代码',
  study: '没有写明文件',
  option: '既没有代码，也没有列',
  claim: '没有作出论断',
  weight: '没有权重',
  map: '没有对照的内容',
  row: '没有数值',
} as const;

const code = (text: string): string => `\`${text}\``;
/** Words of the language, from a list with commas. */
const words = (all: string): string => all.split(', ').map(code).join('、');

export const syntaxProblems = {
  'missing-brace': {
    title: '缺少花括号',
    message: ({ brace, after }) => `${after === '' ? '此处' : placed(after)}缺少${brace === '{' ? '左' : '右'}花括号 ${code(brace)}。`,
    help: ({ brace }) => (brace === '{' ? `在行末补上 ${code(brace)}。` : `在其最后一行之后补上 ${code(brace)}。`),
    explanation: '属于一个声明的内容写在 `{` 和 `}` 之间。此处缺少其中之一；由缩进可以看出它本应在何处。',
  },

  'extra-brace': {
    title: '多余的花括号',
    message: ({ brace }) => `花括号 ${code(brace)} 没有对应的另一半。`,
    help: () => '删去。',
    explanation: '每个 `{` 开始一个声明的内容，每个 `}` 结束一个声明的内容。此处的花括号没有对应的另一半。',
  },

  'unclosed-text': {
    title: '文字缺少后引号',
    message: () => '这段文字缺少后引号。',
    help: ({ quote }) => `在文字结束处补上 ${quote === '`' ? '`` ` ``' : code(quote)}。`,
    explanation: '文字写在同一行的两个引号之间：`"Sex"`。含空格的名称写在两个反引号之间。',
  },

  'misspelt-word': {
    title: '关键字拼写有误',
    message: ({ found, meant }) => `没有${quoted(found)}这个关键字，应为 ${code(meant)}。`,
    help: ({ meant }) => `改为 ${code(meant)}。`,
    explanation: '声明和子句开头的关键字用小写，并写全。',
  },

  'unknown-word': {
    title: '行首不是关键字',
    message: ({ word }) => `此处没有以${quoted(word)}开头的条目。`,
    help: ({ expected, like, instead }) =>
      instead !== undefined
        ? insteads[instead]
        : like !== null
          ? `${zh`若要声明${kindText(like)}`}，则写作 ${code(like)}。`
          : expected !== null
            ? `此处可用的有：${words(expected)}。`
            : '行首应为声明的关键字，如 `study`、`data`、`indicator`、`category`、`index` 或 `regression`。',
    explanation: '每个条目以说明其内容的关键字开头：`indicator`、`of`、`keep` 等。此处的词不属于这里可用的关键字。',
  },

  'wrong-block': {
    title: '条目所在位置不对',
    message: ({ word, block }) =>
      block === 'file' ? `${code(word)} 不能用于文件的最外层。` : zh`${code(word)}不能用于${blockText(block)}。`,
    help: ({ homes }) =>
      homes.length === 0 ? '删去。' : zh`移到${oneOf(homes.map((home) => (home === 'file' ? '文件的最外层' : `${code(home)} 声明中`)))}。`,
    explanation: '每个子句属于特定的声明：`rotate` 属于指数，`where` 属于回归或比较。此处可以读出它，但它不起作用。',
  },

  'missing-name': {
    title: '声明没有名称',
    message: ({ kind }) => zh`这个${kindText(kind)}没有名称。`,
    help: ({ example }) => `例如：${code(example)}。`,
    explanation: '在别处使用的声明须有名称：由任何文字的字母、数字和 `_` 组成，不以数字开头。引号中的标签写在名称之后。',
  },

  'missing-value': {
    title: '子句或论断没有取值',
    message: ({ word }) => `${code(word)} 之后没有取值。`,
    help: ({ example }) => (example === null ? '写明取值，或删去该行。' : `例如：${code(example)}。`),
    explanation: '关键字已有，其取值没有。该行可能尚未写完。',
  },

  'missing-comma': {
    title: '列表缺少逗号',
    message: ({ before, after }) => `${quoted(before)}与${quoted(after)}之间缺少逗号。`,
    help: ({ before, after }) => `写作 ${code(`${before}, ${after}`)}。`,
    explanation: '列表中的名称以逗号隔开。没有逗号，便无法区分名称与下一个子句。',
  },

  'extra-comma': {
    title: '列表以逗号结尾',
    message: () => '逗号之后没有内容。',
    help: ({ before }) => `删去逗号，或补上${quoted(before)}之后的名称。`,
    explanation: '逗号表示后面还有名称；列表的最后一个名称之后没有逗号。',
  },

  'wrong-sign': {
    title: '此处的符号另有含义',
    message: ({ found, meant, role }) => `此处不能写 ${code(found)}，${signRoles[role]}应写作 ${code(meant)}。`,
    help: ({ meant }) => `改为 ${code(meant)}。`,
    explanation: '区间写作 `1..5`，代码以 `|` 隔开，列表以逗号隔开，类别的代码写在 `=` 之后，小数点用句点，注释以 `//` 开头。',
  },

  'not-understood': {
    title: '条目中有一部分无法读取',
    message: ({ found, what }) =>
      `${found === '' ? '该行过早结束' : `${found === null ? '此处的内容' : quoted(found)}无法读取`}，此处${say(wanted, what)}。`,
    help: ({ example }) => (example === null ? '改正，或删去。' : `例如：${code(example)}。`),
    explanation: '条目的开头可以理解，这一部分不能。其他内容不受影响，文件的其余部分照常读取。',
  },

  'repeated-word': {
    title: '同一个词写了两次',
    message: ({ word }) => `${code(word)} 写了两次。`,
    help: () => '删去其中一个。',
    explanation: '第二个词会读作第一个词的取值，这显然不是本意。',
  },

  'missing-parenthesis': {
    title: '括号不成对',
    message: ({ sign, found }) => `${found === '' ? '此处' : `${quoted(found)}之后`}缺少 ${code(sign)}。`,
    help: ({ sign }) => `补上 ${code(sign)}。`,
    explanation: '每个左括号在同一行须有对应的右括号。',
  },

  'missing-dot': {
    title: '地址缺少句点',
    message: ({ found }) => `${quoted(found)}不是地址：地址的各部分以句点连接。`,
    help: ({ meant }) => `写作 ${code(meant)}。`,
    explanation: '统计量的地址由通向它的各个名称以句点连接而成：`integration.kmo`。',
  },

  'missing-code': {
    title: '名称之后缺少必需的内容',
    message: ({ subject, sort }) => `${quoted(subject)}${LACKS[sort]}。`,
    help: ({ subject, sort }) =>
      sort === 'level' || sort === 'option'
        ? `写作 ${code(`${subject} = …`)}，后接其在数据文件中的代码${sort === 'option' ? '；或写 `from` 和所在的列' : ''}。`
        : sort === 'study'
          ? `在等号之后写明带引号的文件名：${code(`${subject} = "study.study"`)}。`
          : sort === 'claim'
            ? `写作 ${code(`${subject} = 0.812`)}，或用 \`<\`、\`>\` 和一个数值。`
            : sort === 'weight'
              ? `写作 ${code(`${subject} = 0.4`)}。`
              : sort === 'map'
                ? `写作 ${code(`${subject} from …`)}，后接所在的列（列名相同时写 ${code(`from ${subject}`)}），或写 ${code(`${subject} absent`)}。`
                : '补上其后的内容，或删去该行。',
    explanation: `类别须有其在数据中的代码（\`female = 2\`），论断须与一个数值比较，指定权重须有数值，表格的行须有数值，对照行须有列。`,
  },

  'stray-text': {
    title: '不属于任何条目的文字',
    message: ({ text }) => `这不是研究说明的内容：${quoted(text)}。`,
    help: () => '在前面加 `//` 改为注释，或删去。',
    explanation: '研究说明中可以为读者写注释：一行中 `//` 之后的内容都是注释。',
  },

  'stray-punctuation': {
    title: '不属于任何内容的符号',
    message: ({ found }) => `此处的 ${code(found)} 不属于任何内容。`,
    help: () => '删去。',
    explanation: '之前的内容已经完整，此处也没有以该符号开头的内容。',
  },

  'bullet-mark': {
    title: '条目之前有列表符号',
    message: ({ mark }) => `条目之前不用列表符号（${code(mark)}）。`,
    help: () => '删去该符号。',
    explanation: '从文字处理软件粘贴的内容会带有列表符号。条目直接以关键字开头。',
  },

  'hash-comment': {
    title: '以 # 开头的注释',
    message: () => '注释以 `//` 开头，而不是 `#`。',
    help: () => '将 `#` 改为 `//`。',
    explanation: '许多语言如此，但并非全部：注释从两条斜线开始，到行末为止。',
  },

  'row-without-name': {
    title: '表格的行没有名称',
    message: ({ found }) => zh`该行以${code(found)}开头，没有写明数值属于哪一项。`,
    help: () => '在数值之前写上名称，如 `sex.female -0.048`。',
    explanation: '发表的表格中，每行以数值所属内容的名称或标签开头。',
  },

  'header-without-columns': {
    title: '表头之前缺少 columns',
    message: ({ line }) => `此行像是表头：${code(line)}，但没有以 \`columns\` 开头。`,
    help: () => '在前面补上 `columns`。',
    explanation: '发表的表格的表头写在 `columns` 之后：`columns mean sd`。',
  },

  'mixed-conditions': {
    title: 'and 与 or 并列而没有括号',
    message: () => '`and` 与 `or` 并列，无法确定哪些条件相结合。',
    help: () => '将相结合的条件放入括号：`(a is 1 or a is 2) and b is 3`。',
    explanation: '对于这样的条件，各统计软件的处理不同。用括号写明。',
  },

  'unexpected-block': {
    title: '不应有花括号',
    message: ({ word }) => `${code(word)} 之后没有花括号。`,
    help: () => '删去花括号，其中的内容留在该行。',
    explanation: '只有本身含有条目的声明才有花括号，其他条目写在一行之内。',
  },

  'too-deep': {
    title: '花括号嵌套过深',
    message: ({ limit }) => `此处的花括号嵌套超过 ${limit} 层。`,
    help: () => '补上尚未结束的右花括号。研究说明至多需要三层。',
    explanation: '花括号嵌套至多三层。层数过多的文字不予读取。',
  },

  'no-effect': {
    title: '条目中不起作用的部分',
    message: ({ found, says }) => zh`${say(idle, found)}在此处不起作用：${say(whyIdle, says)}。`,
    help: () => '删去，或移到适当的位置。',
    explanation:
      `研究说明中的内容要么执行，要么拒绝。这一部分可以读出，但无从执行：已有代码时的第二个代码，无处显示的标签，分值之后的百分号。` +
      `若不声不响地略过，研究说明说的是一回事，数值却是另一回事。`,
  },
} satisfies Partial<WordsOfProblems>;

/** What a brace is missing behind: `dimension d` is the dimension d; anything else stands as it is. */
function placed(after: string): string {
  const [kind = '', name, ...more] = after.split(' ');
  return name !== undefined && more.length === 0 && !kindText(kind).startsWith('`') ? `${kindText(kind)}${quoted(name)}` : quoted(after);
}

/** A block by its word: 指数（`index`）; without a Chinese name by the word alone. */
const blockText = (block: string): string => (kindText(block).startsWith('`') ? code(block) : `${kindText(block)}（${code(block)}）`);
