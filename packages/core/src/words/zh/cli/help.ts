// The help of the command line in Chinese.
import type { CliWords } from '../../en/cli/index.ts';
import { oneOf, zh } from '../text.ts';

const studyFile = '研究说明文件（.study）';
const asJson = '同 --format json';
const intoFile = '写入文件，而不在终端中显示';
const replaces = 'FILE 已存在时予以替换';
const replacesOut = 'OUT 已存在时予以替换';
const intoStudy = '写入 .study 文件，而不在终端中显示';

export const helpParts: CliWords['help'] = {
  usage: '用法：',
  arguments: '参数：',
  options: '选项：',
  commands: '命令：',
  examples: '示例：',
  anyOptions: '[选项]',
  anyCommand: '[命令]',
  described: (text, choices, fallback) => {
    const extra = [...(choices.length === 0 ? [] : [`可选 ${choices.join('、')}`]), ...(fallback === null ? [] : [`默认 ${fallback}`])];
    return extra.length === 0 ? text : `${text}（${extra.join('；')}）`;
  },
  description: '运行写在 .study 文件中的调查指数研究。',
  version: '显示版本号',
  color: '纯文本，不用颜色（亦可设 NO_COLOR=1）',
  cache: '全部重新计算，不保留任何内容（亦可设 STUDYSPEC_CACHE=off；设 STUDYSPEC_CACHE=/a/folder 则保留在该文件夹）',
  quiet: '不在终端中显示进度',
  help: '显示本帮助',
  ofCommand: '显示某个命令的帮助',
  status: '退出码：0 正常；1 研究说明或数据有误，或有论断不成立；2 命令用法有误。',
  firstExamples: {
    run: '该研究的各表',
    check: '其中的问题',
    query: '一个统计量',
    audit: '发表数值之间的不一致',
  },
  lang: (tags) => zh`全部内容所用的语言，${oneOf(tags)}（默认：研究说明所写的语言，其次为 LC_ALL 或 LANG 的语言）`,
  reportFormat: 'text、json、html、markdown、latex、csv、xlsx 或 docx（默认：由 -o 的扩展名决定，否则为 text）',
  runFormat:
    'text、json、html、markdown、latex、csv、xlsx 或 docx（默认：由 -o 的扩展名决定，否则为 text）；png（一幅图）；tidy（每个估计一行）或 glance（每个模型一行），' +
    '为 CSV，列名与 broom 相同',
};

export const commandsHelp: CliWords['commands'] = {
  run: {
    summary: '运行研究说明，显示各表',
    description: '运行研究说明：得出论文的各表，以及发表值能否复现。',
    file: studyFile,
    json: asJson,
    output: intoFile,
    out: '将整份报告写入文件夹：report.html、report.docx、report.txt、results.json、data-problems.csv、得分数据（CSV、SPSS、Stata）、图，以及供 verify 使用的 manifest.json',
    figures: '该文件夹中各图以及 PNG 文件的配色：用于浅色页面或深色页面，默认 light',
    noWord: '该文件夹中不写 report.docx',
    png: '该文件夹中的图另存为 PNG，300 dpi',
    style: 'Word 和 LaTeX 中表、图及其标题的体例：APA 第 7 版、GB/T 7713 或 Nature（默认：按研究说明，否则为 plain）',
    force: '替换 FILE，或替换 DIR 中写入后又经改动的文件',
    only: '只计算并显示所列的指数、比较、回归和部分（methods、sample、reliability 等）',
    details: '另加论文通常略去的表',
    allProblems: '列出全部问题，而不只是最重要的 200 个',
    sums: '用这些文件中的频数执行，不读原始数据（见 sums）',
    examples: {
      all: '全部表，显示在终端中',
      only: '其中两项声明',
      out: '整份报告，写入文件夹',
      dark: '各图用于深色页面',
      lang: '单个文件，用中文',
      style: '供 Word 使用，APA 体例',
      png: '一幅图，300 dpi',
      json: '全部数值，供程序使用',
      tidy: '全部估计及其检验，供 R 使用',
    },
  },
  check: {
    summary: '检查研究说明、数据和数值中的问题',
    description: '检查研究说明、其数据以及由此得出的数值：所列问题与 run 和编辑器所示相同。',
    files: '一个或多个 .study 文件',
    format: '问题的书写格式',
    json: asJson,
    quick: '不计算数值：只检查名称、评分量表、列、类别、回答和发表值',
    allProblems: '列出全部问题，而不只是最重要的 200 个',
    columns: '说明所读取的每一列读作什么',
    examples: {
      all: '各个问题及其所在的行',
      quick: '不作任何计算',
      columns: '另列出每一列及其读法',
      github: '作为合并请求中的注释',
      explain: '详细解释一个问题',
    },
  },
  query: {
    summary: '按地址显示单个统计量',
    description: '按地址显示统计量。不写地址时列出全部。',
    file: studyFile,
    paths: '地址，如 integration.kmo 或 "full.integration.beta(age.middle)"',
    json: '完整精度，供程序使用',
    digits: '小数位数',
    examples: {
      one: '一个统计量，别无其他',
      several: '多个统计量及其地址',
      below: '以此开头的全部统计量',
      respondent: '按编号查一名受访者的得分',
      all: '全部统计量',
    },
  },
  scores: {
    summary: '写出受访者及其得分，供 SPSS、Stata 或 R 使用',
    description:
      '每名受访者一行，次序与数据相同：编号、重新赋值后的回答、维度均值、得分、得分的分组，以及各模型用到哪些受访者。标签和缺失值代码一并写出。',
    file: studyFile,
    output: '要写入的文件：.csv、.sav（SPSS）或 .dta（Stata），由扩展名决定（默认：CSV，显示在终端中）',
    format: 'csv、sav 或 dta，用于扩展名未能表明格式时',
    force: replacesOut,
    examples: { spss: '供 SPSS 使用', stata: '供 Stata 使用，标签用中文', csv: '文本', query: '一名受访者' },
  },
  sums: {
    summary: '统计频数，供他人在没有原始数据时执行研究',
    description:
      '按研究说明统计一部分数据的频数：多少受访者同时作出哪两个回答，不含任何一行数据或编号。掌握所有部分的频数文件，即可用 `run --sums` 执行研究。' +
      '按自身全距换算的得分需要第二轮：`--ask` 写出询问，`--scores` 给出回答，即每个部分的最小值和最大值。',
    file: studyFile,
    data: '一部分数据，代替研究说明中的数据文件；或若干频数文件，合并为一个',
    output: '要写入的文件，以 .gz 结尾时压缩（默认：显示在终端中）',
    threshold: '可以公开的最小频数：含有更小频数的表整个不公开，受访者少于此数的得分极值也不公开（默认：5；0 表示全部公开）',
    ask: '用于频数文件：写出第二轮的询问',
    scores: '回答该文件中第二轮的询问',
    sql: '写出须向数据库提出的询问，用 trino、spark、postgres 或 duckdb 的 SQL；DATA 为已得到的结果，CSV 格式',
    table: '数据库中含有回答的表，各部分以点分隔',
    force: replacesOut,
    examples: {
      count: '持有 east.csv 的机构所公开的内容',
      run: '用两个机构的频数文件执行研究',
      ask: '第二轮询问各机构的内容',
      scores: '一个机构的回答',
      again: '执行研究，指数换算到 0 至 100',
      sql: '向只有您能访问的数据库提出的第一个询问',
    },
  },
  codebook: {
    summary: '按研究说明查看数据',
    description: '按研究说明查看数据：标签、代码、分布、按代码区分的缺失回答、问题，以及直线式作答的受访者、重复提交和作答时长。',
    file: studyFile,
    out: '写入文件：.txt、.html、.md、.csv、.json 或 .xlsx，由扩展名决定',
    html: '网页',
    markdown: 'Markdown 文本',
    csv: '数据行，每种回答一行',
    json: '供程序使用',
    xlsx: 'Excel 工作簿（须有 --out）',
    force: replacesOut,
    examples: { terminal: '显示在终端中', page: '网页，用中文', workbook: '工作簿，每种回答一行' },
  },
  export: {
    summary: '写出在其他程序中计算这些数值的脚本',
    description: '写出带注释的脚本，在另一程序中由数据算出研究的数值，从读取文件到最后一张表。该程序做不到的，在脚本的相应位置说明。',
    file: '研究说明文件（.study）',
    to: '用于哪个程序',
    output: '写入的文件（默认：显示在终端中）',
    force: 'OUT 已存在时予以替换',
    examples: { r: '然后：`Rscript anshun.R`', spss: '用于 SPSS 和 PSPP', stata: '用于 Stata，未经测试', chinese: '注释为中文' },
  },
  audit: {
    summary: '核查发表数值之间是否一致',
    description:
      '不用数据，核查论文所发表数值之间是否一致：均值与标准差、百分比、分组、模型、载荷、综合得分、星号和论断。研究附有数据的，并与计算值核对。每处发现均列出算式。',
    file: '研究说明文件（.study），其中有 published 声明',
    json: asJson,
    output: intoFile,
    force: replaces,
    againstData: '有数据时并与计算值核对（默认）',
    noData: '不用数据：只在发表数值之间核查',
    examples: {
      all: '不一致之处及其算式',
      noData: '不由数据计算任何数值',
      html: '寄给合作者',
      json: '供程序使用',
      explain: '某个核查项的作用，附示例',
    },
  },
  compare: {
    summary: '并列对照多项研究，检验其差异',
    description: '并列对照多项研究：问法的不同、题项、信度、成分、测量、得分、系数和假设。其他研究均与第一项研究对照。',
    files: '两个或更多 .study 文件，原研究在前',
    json: asJson,
    output: intoFile,
    force: replaces,
    replications: '一致性系数区间所用的自助抽样次数（默认 500）',
    examples: { terminal: '显示在终端中', html: '单个文件，附图', several: '研究数目不限' },
  },
  fmt: {
    summary: '整理研究说明的格式',
    description: '就地整理研究说明的格式。无法读懂的部分保持原样，注释予以保留。',
    files: '一个或多个 .study 文件',
    check: '不作改动；列出未整理的文件，并以退出码 1 结束',
    upgrade: '把按旧语言版本编写的研究说明升级到当前版本，并说明哪些数值变动',
    stdin: '从标准输入读取，整理后写到标准输出',
    examples: { file: '整理一个文件', check: '用于持续集成', upgrade: '升级旧的研究说明', stdin: '供编辑器使用' },
  },
  replicate: {
    summary: '为另一项调查拟出重复研究的研究说明',
    description:
      '拟出重复研究的研究说明：另一项调查的哪一列问了什么，用何代码、评分量表和方向。运行中不提问；推测之处以注释标明，未能对应的另行列出。',
    file: '要重复的 .study 文件，或内置的研究框架，如 std:social-integration',
    data: '另一项调查的回答，CSV 文件',
    output: intoStudy,
    codebook: '该调查的编码手册：列名、题目、代码、缺失值',
    encoding: '数据的字符编码，用于不是 UTF-8 时',
    force: replacesOut,
    examples: { map: '带有变量对照的初稿', framework: '内置的研究框架，用于自己的数据' },
  },
  init: {
    summary: '为数据文件写出研究说明的初稿',
    description:
      '为数据文件写出研究说明的初稿：评分量表及其文字、分类变量的标签和代码、数值变量、缺失值代码、可能的维度，以及编号、抽样权重和抽样层所在的列。运行中不提问；每处推测均以注释说明。',
    data: '回答：CSV、SPSS（.sav、.zsav）、Stata（.dta）、Excel（.xlsx）、Parquet（.parquet）、DuckDB（.duckdb）',
    output: intoStudy,
    codebook: '该调查的编码手册（CSV：列名、题目、代码）或其 XLSForm（.xlsx）',
    encoding: '数据的字符编码，用于未能识别时',
    sheet: '工作簿有多个工作表时，指明其中之一',
    table: 'DuckDB 文件有多张表时，指明其中之一',
    force: replacesOut,
    examples: { draft: '初稿', codebook: '附有编码手册', form: '附有表单的题目和选项' },
  },
  fill: {
    summary: '将数字填入文稿',
    description:
      '写出填入数字、表和图的文稿（Word、Markdown、Quarto、LaTeX）：\n' +
      '{{ integration.kmo }}、{{ full.integration.p(age.middle) | apa }}、{{ table:full }}、{{ figure:loadings }}。\n' +
      '格式：plain、apa、p、percent，或小数位数（| 2）。\n' +
      '填过的 Word 文件记得各处的地址：对其本身再次填入，更新数字并保留改动。',
    manuscript: '文稿：.docx、.md、.qmd、.Rmd、.markdown 或 .tex；除填过的 .docx 外，文稿本身不会改动',
    file: '研究说明文件（.study）；默认为文稿写明的一个，或与文稿同处的一个',
    output: '要写入的文件（默认与文稿同处，如 paper.filled.md）',
    check: '不写文件；OUT 与将要写入的内容不一致时以 1 退出，并列出有变化的数字',
    force: '即使 OUT 经过手工改动也予以替换',
    examples: {
      write: '写出 paper.filled.md 及其图',
      latex: 'LaTeX，另取文件名',
      word: 'Word 文件；写出 paper.filled.docx',
      check: '用于持续集成：哪些数字有变化',
    },
  },
  verify: {
    summary: '重新生成报告并说明变化',
    description:
      '按 manifest.json 所记重新生成 run --out 的文件夹，说明哪些数字有变化、哪些文件不同，\n' +
      '以及研究说明、数据、选项、程序版本有何变化。不写文件。',
    folder: 'run --out 写出的文件夹',
    file: '研究说明文件（.study），不在清单所记位置时给出',
    examples: { folder: '一切是否如旧', moved: '文件夹已移动时' },
  },
  watch: {
    summary: '每次改动后重新运行',
    description: '运行研究说明；研究说明或数据每次改动后重新运行，直到按 Ctrl-C。',
    file: studyFile,
    examples: { only: '编写研究说明时只看一个模型' },
  },
  completion: {
    summary: '在命令行解释器中补全命令和选项',
    description: '打印命令行解释器补全命令、选项和文件所需的脚本。',
    shell: 'bash、zsh 或 fish',
    examples: { bash: '用于 bash', fish: '用于 fish' },
  },
  explain: {
    summary: '详细解释一个问题，附示例',
    description: '详细解释一个问题，附错误和正确写法的示例。不写代码时列出全部问题。',
    code: '问题的代码或名称，如 SS201 或 unknown-name',
    examples: { one: '一个问题', all: '全部问题' },
  },
  lsp: {
    summary: '语言服务器，供编辑器使用',
    description: '通过标准输入和标准输出为编辑器服务：边写边提供问题、数值、自动补全、悬停信息等。',
    stdio: '通过标准输入和标准输出（唯一的方式）',
    examples: { stdio: '编辑器的启动命令；写在何处见 docs/editors.md' },
  },
};
