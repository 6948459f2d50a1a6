// Problems of clauses and their values (SS22x on), in Chinese.
import { say } from '../../say.ts';
import { answers, fileRoles, tableFaults, tableWanted, weightFaults, weightRules } from '../phrases.ts';
import { kindAndName } from '../kinds.ts';
import { listed, quoted, zh } from '../text.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

/** So many addresses are written out. */
const FEW = 4;

export const clausesProblems = {
  'several-headers': {
    title: '研究的标题行不止一个',
    message: ({ kind }) => `出现了第二个 \`${kind}\` 行：一个文件只能描述一项研究。`,
    help: () => '删去该行，或将其后的内容移到单独的文件中。',
    explanation: `一个文件描述一项研究或一个研究框架。几项研究写在几个文件中，彼此之间可以重复研究。`,
  },

  'unreadable-file': {
    title: '无法读取的文件',
    message: ({ file, role }) => `无法读取文件${quoted(file)}（${say(fileRoles, role)}）。`,
    help: () => '核对文件名和文件夹：文件名以写明该文件名的文件所在的文件夹为准，并区分大小写。',
    explanation: `研究说明引用了另一个文件，而以这一名称找不到可以读取的文件。文件名以 \`.study\` 文件所在的文件夹为准，文件夹之间用 \`/\` 分隔。`,
  },

  'no-data': {
    title: '没有数据声明',
    message: ({ title }) => `研究${quoted(title)}没有写明数据所在。`,
    help: () => '补上 `data "file.csv" { id … }`。没有数据的文件以 `framework` 而不是 `study` 开头；重复研究须写明自己的数据。',
    explanation:
      '研究依据数据运行，重复研究依据自己的数据运行，不沿用原研究的数据声明。（尚）无数据的，将文件改为 `framework`：研究框架可以检查，' +
      '也可以用于另一项调查，但不能运行。',
  },

  'too-many-components': {
    title: '命名的成分多于保留的成分',
    message: ({ named, kept, index }) => `${kindAndName('index', index)}为 ${named} 个成分命名，却只保留 ${kept} 个。`,
    help: ({ named }) => `写作 \`keep ${named}\`，或删去一个成分。`,
    explanation: `每个命名的成分都是所保留的成分之一，因此名称不能多于成分。（名称可以较少：没有名称的成分照常列出，只是没有地址。）`,
  },

  'uneven-row': {
    title: '表格的行与列不符',
    message: ({ row, cells, columns }) => `表格的${quoted(row)}行有 ${cells} 个数值，而表格有 ${columns} 列。`,
    help: () => '每列写一个数值，空单元格写一个点（`.`）。',
    explanation: `一行中的数值按顺序归入各列。缺少一个，其后的数值都会错到别的列中，因此这一行完全不用。发表的表中为空的单元格写作一个点。`,
  },

  'bad-table-file': {
    title: '与表格不符的表格文件',
    message: ({ file, found, expected }) => `表格文件${quoted(file)}：${say(tableFaults, found)}，${say(tableWanted, expected)}。`,
    help: () => '改正该文件，或用 `columns` 子句为各列命名。',
    explanation: `发表的表从 CSV 文件读取：首列为各行的名称，首行为各列的名称，每个单元格是发表值的原样（有星号的连同星号），或为空。`,
  },

  'bad-weights': {
    title: '与成分不符的权重',
    message: ({ found, expected }) => `${say(weightFaults, found)}；${say(weightRules, expected)}。`,
    help: ({ expected }) => `更正权重：${say(weightRules, expected)}。`,
    explanation: `指定权重须为每个参与合成的成分各写一次，且为正数。权重将换算为总和等于 1。`,
  },

  'foreign-marker': {
    title: '成分的标志不是该指数的题项',
    message: ({ marker, component, index }) =>
      `成分${quoted(component)}以${quoted(marker)}为标志题项，而${quoted(marker)}不是${kindAndName('index', index)}的题项。`,
    help: ({ nearest, items }) =>
      nearest !== null
        ? `是否应为${quoted(nearest)}？`
        : `可用的题项：${listed(items, 12, '、')}${items.length > 12 ? `（共 ${items.length} 个）` : ''}。`,
    explanation: `成分以其标志题项命名，即公认属于该成分的题项。标志题项须为该指数的题项之一。`,
  },

  'explains-itself': {
    title: '因变量同时是自变量',
    message: ({ name, regression }) => `${kindAndName('regression', regression)}以${quoted(name)}解释其自身。`,
    help: () => '从自变量或因变量中删去。',
    explanation: `变量可以完全解释其自身，回归因而无法说明任何其他问题。`,
  },

  'no-scale': {
    title: '反向题没有评分量表',
    message: ({ name, number }) =>
      number
        ? `${kindAndName('number', name)}须反向计分，但没有取值范围，无法反向计分。`
        : `${kindAndName('indicator', name)}为反向题，但没有评分量表，无法反向计分。`,
    help: ({ name, number }) =>
      number
        ? `写明${quoted(name)}的取值范围：\`within 0..24\`，或换算后的范围：\`rescale 0..1\`。`
        : '写明其评分量表：`on 1..5`，或引用已声明的量表。',
    explanation: `反向计分将回答 x 变为“最小值＋最大值－x”，因此必须知道评分量表的两端。`,
  },

  'ambiguous-share': {
    title: '比例写作小数还是百分比',
    message: ({ found, share }) => `此处的 ${found} 是指 ${found}% 还是 ${share}？方差比例须以百分比写明。`,
    help: ({ found, share }) => `写作 \`keep variance ${share}\`；确实只要这么少的，写作 \`keep variance ${found}%\`。`,
    explanation:
      '`keep variance 60%` 保留的成分个数，以能解释 60% 的方差为准。其他程序将同一比例写作 0.6；如果读作 0.6%，则无论数据如何都只保留一个' +
      '成分，而结果看上去并无异常。有了百分号，就不会有疑义。',
  },

  'needs-residuals': {
    title: '成对删除时的稳健标准误',
    message: ({ regression, errors }) =>
      `${kindAndName('regression', regression)}采用 \`errors ${errors}\`，须有每个个案的残差，而 \`missing pairwise\` 没有残差。`,
    help: () => '写作 `missing listwise` 或 `missing mean`，或采用普通标准误。',
    explanation:
      '稳健标准误和聚类稳健标准误由每个个案的残差算出。成对删除时，回归由一组相关系数算出，而每个相关系数所用的个案不同，因此没有个案的' +
      '残差可言。',
  },

  'unlike-missing': {
    title: '同一变量在两个组中的缺失值代码不同',
    message: ({ name, first, second }) =>
      `变量${quoted(name)}同时属于${kindAndName(first.kind, first.name)}和${kindAndName(second.kind, second.name)}，而二者所列的缺失值代码不同。`,
    help: ({ name }) => `在${quoted(name)}自身的声明中写明一次：\`missing …\` 优先于二者。`,
    explanation:
      '维度或变量组的 `missing` 适用于其全部成员。一个变量如果属于缺失值代码不同的两个组，就会有两套缺失值代码，其数值取决于哪一套最后' +
      '生效。',
  },

  'several-numbers': {
    title: '只需一个数值之处，地址却代表几个数值',
    message: ({ address, numbers, name }) =>
      `\`${address}\` 代表 ${numbers.length} 个数值（${numbers
        .slice(0, FEW)
        .map((one) => `\`${one}\``)
        .join('、')}${numbers.length > FEW ? ' 等' : ''}），而${kindAndName('quantity', name)}只需一个。`,
    help: ({ numbers }) => (numbers[0] === undefined ? '写明其中之一：单个数值的地址。' : `写明其中之一，如 \`${numbers[0]}\`。`),
    explanation: `在论断中，\`a.mean(sex)\` 是就 \`sex\` 的每个类别而言的。自定义统计量是一个数，因此公式中的每个地址也须是一个数。`,
  },

  'brackets-in-head': {
    title: '表头中的括号在地址中没有位置',
    message: ({ head, template }) => `表头 \`${head}\` 带有括号，而表格的地址 \`${template}\` 中没有其位置，表头不应带括号。`,
    help: ({ head, name, column }) =>
      column
        ? `写明该列的内容：\`columns ${head} = …\`，其地址中以 \`row\` 代表行名。括号中只是重复表格内容的，写作 \`${name}\`；` +
          '括号中另有一个数值的，单列一列。'
        : `写作 \`${name}\`，或将这些行另列一张表。`,
    explanation:
      '在发表的表中，`M (SD)` 表示两个数值，`integration (Z)` 表示一种得分，`b (full)` 表示一个模型。StudySpec 不作猜测：表头代表表格地址中的' +
      '一个名称，只有当地址以表头结尾时才用到其括号（`full.y.column` 与表头 `beta(age)`）。如果略去括号，两列就会混为一列。',
  },

  'backslash-path': {
    title: '文件名中用了反斜杠',
    message: ({ found, meant }) => `${quoted(found)}读作${quoted(meant)}：文件夹之间应为 \`/\`。`,
    help: ({ meant }) => `写作 \`"${meant}"\`：在 Windows 上含义相同，在其他系统上也可使用。`,
    explanation:
      'Windows 写作 `data\\survey.csv`，其他系统都写作 `data/survey.csv`，而后者 Windows 也能识别。研究说明应能在核查者的计算机上运行，因此' +
      '文件夹之间用 `/`。文件名以研究说明所在的文件夹为准：`.\\survey.csv` 就是 `survey.csv`。',
  },

  'other-language': {
    title: '按语言的另一版本编写的研究说明',
    message: ({ found, known }) =>
      found > known
        ? `该文件按语言版本 ${found} 编写；本程序只识别到语言版本 ${known}。`
        : `该文件按语言版本 ${found} 编写；本程序按语言版本 ${known} 读取，其中部分内容的含义可能不同。`,
    help: ({ found, known, file }) =>
      found > known
        ? '安装最新的 StudySpec：`npm install --global studyspec`。'
        : `升级该文件：\`studyspec fmt --upgrade ${file}\`；该命令会说明作了哪些改动、哪些数值变动。`,
    explanation:
      '`studyspec 1` 说明文件按语言的哪一版本编写；不写时为当前版本。只有当原有写法的含义改变时，版本号才会增加。版本不同的文件一概不作计算：' +
      '其数值看似正确，实则不同。升级时改写含义已变的部分，使发表值和论断仍指原来的数值。每个文件各自说明其版本，所沿用的文件也是如此。',
  },

  'other-encoding': {
    title: '字符编码不是 UTF-8 的文本',
    message: ({ file, encoding, guessed }) =>
      encoding === null
        ? `文件${quoted(file)}的部分文字已丢失：其字符编码不是 UTF-8，读作了“\ufffd”。`
        : `文件${quoted(file)}的字符编码是 ${encoding}，而不是 UTF-8${guessed ? '（据其文字推断）' : ''}，按 ${encoding} 读取。`,
    help: ({ encoding }) =>
      encoding === null
        ? '在 VS Code 中先“通过编码重新打开”（来自中文 Windows 的文件选 GB 18030），再“通过编码保存”，选 UTF-8。'
        : '保存为 UTF-8：记事本中用“另存为”，编码选 UTF-8；VS Code 中用“通过编码保存”。',
    explanation:
      '研究说明是 UTF-8 文本。中文 Windows 的记事本保存为 *ANSI* 时是 GBK，保存为 *Unicode* 时是 UTF-16。这样的文件与数据文件一样，能够识别并' +
      '读取；但其中的文字只是推断，其他程序可能读出别的文字，而按 UTF-8 打开的编辑器会显示“\ufffd”，保存时文字即丢失。',
  },

  'missing-is-answer': {
    title: '缺失值代码同时也是回答',
    message: ({ codes, uses, own }) =>
      `${zh`${codes.join('、')}表示未作回答`}${own ? '' : '（适用于整个研究）'}，同时又是${uses
        .slice(0, 3)
        .map(({ name, kind, what }) => `${kindAndName(kind, name)}的${say(answers, what)}`)
        .join('、')}${uses.length > 3 ? `等 ${uses.length} 处` : ''}：这些回答按缺失处理。`,
    help: ({ uses, own }) =>
      own
        ? `该代码是${quoted(uses[0]!.name)}的回答的，从 \`missing\` 中删去；不是回答的，从其${uses[0]!.kind === 'category' ? '类别' : '评分量表'}中删去。`
        : `在此处是回答的，为${quoted(uses[0]!.name)}单独写明缺失值代码，以取代整个研究的代码：在其声明中写 \`missing blank\`。`,
    explanation:
      '数据声明中的 `missing 9` 适用于每一道题目，包括按 0～10 询问、9 也是回答的题目。凡回答 9 的都会按缺失处理，均值因而偏低。写在某一题目' +
      `自身的声明中，或写在其维度中的 \`missing\`，取代整个研究的缺失值代码：

\`\`\`study
data "survey.csv" { missing 9 }
indicator trust on 1..5
indicator satisfied on 0..10 missing 99
\`\`\`

` +
      '某个类别所列的代码，或落在有两端的区间之内的代码，也是如此。对于不设终点的区间（`70..` 与 `missing 99`），不作提示。',
  },

  'nothing-yet': {
    title: '尚无内容',
    message: () => '文件为空。',
    help: () =>
      '研究以 `study "Title"` 和 `data "answers.csv"` 开头；重复另一项研究的，以 `study "Title" replicates "other.study"` 开头' +
      '（`studyspec replicate other.study answers.csv` 可代为写出）；没有数据的，以 `framework "Title"` 开头。',
    explanation:
      '新建的文件没有错误。它可以成为一项研究，有标题和存放回答的文件；可以成为重复研究，沿用另一项研究的声明，并写明本次调查是如何询问的；' +
      '也可以成为研究框架，没有数据，供重复研究使用。在编辑器中，自动补全和快速修复都提供这三种开头。',
  },

  'not-acceptable': {
    title: '不能用 accept 保留的问题',
    message: ({ code, fault }) =>
      ({
        unknown: `没有可以保留的问题${quoted(code)}。`,
        error: `${code} 是错误：不能保留，只能改正。`,
        'no reason': `保留了 ${code}，但没有写明理由。`,
      })[fault],
    help: ({ code, fault, nearest }) =>
      ({
        unknown: `${nearest === null ? '' : `是否应为${quoted(nearest)}？`}每个问题都有代码：SS 和三位数字。`,
        error: '须先改正其所指出的错误，才能计算。只有警告和提示可以保留。',
        'no reason': `在其后写上带引号的理由，报告的读者将会看到：\`accept ${code} "…"\`。`,
      })[fault],
    explanation:
      '`accept SS613 "reason"` 表示作者知悉某个警告或提示，并予以保留。该问题不再列入问题清单，而是连同理由列入报告的“作者说明”一节。错误' +
      '意味着数值有误或缺失，因此无论有何理由都不能放过。',
  },

  'idle-acceptance': {
    title: '所保留的问题并不存在',
    message: ({ code }) => `保留了 ${code}，但本研究没有这一问题。`,
    help: () => '删去该行：日后一旦出现这一问题，应当能够看到。',
    explanation:
      '问题消失之后仍然留着的 `accept`，会掩盖日后同一代码的另一个问题，而那个问题还没有人看过。许多问题要到计算时才出现，因此在全部' +
      '计算完成之后才作此提示。',
  },
} satisfies Partial<WordsOfProblems>;
