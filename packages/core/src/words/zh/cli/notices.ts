// What the command line tells when it is done or cannot go on, in Chinese.
import type { CheckedWords, CliNotices } from '../../en/cli/notices.ts';
import { reasonText } from '../reasons.ts';
import { quoted, zh } from '../text.ts';

const commas = (all: readonly string[]): string => all.join('、');
const etc = (names: readonly string[], more: number): string =>
  more > 0 ? zh`${commas(names)}等 ${names.length + more} 个` : commas(names);

const stopped: Readonly<Record<CheckedWords['stopped'][number], string>> = {
  quick: '未作计算（`--quick`），因此没有列出只有数值才能显示的问题。',
  errors: '因有错误而未作计算，因此没有列出只有数值才能显示的问题。',
};

export const notices: CliNotices = {
  problems: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    counted: ({ error, warning, info }) =>
      [
        ...(error > 0 ? [`${error} 个错误`] : []),
        ...(warning > 0 ? [`${warning} 个警告`] : []),
        ...(info > 0 ? [`${info} 个提示`] : []),
      ].join('，'),
    colon: '：',
    help: '建议',
    reason: reasonText,
    inData: '数据：',
    dataPlace: ({ file, row, id, column, value }) =>
      `${file}，数据第 ${row} 行（文件第 ${row + 1} 行）${id === undefined ? '' : `，编号 ${id}`}` +
      `${column === undefined ? '' : `，${quoted(column)}列`}${value === undefined ? '' : `：${value}`}`,
    also: (line, code, sentence) => `另见${line === null ? ' ' : `第 ${line} 行，`}${code}：${sentence}`,
    more: (rest) => `另有 ${rest} 处`,
    moreFindings: (rest) => `另有 ${rest} 处；\`studyspec audit\` 列出全部及其算式`,
    notShown: (count, codes) => `未列出：${count}（${codes}）。\`studyspec check --all-problems\` 列出全部。`,
    severityInBrackets: (severity) => `（${severity}）`,
    wrong: '错误写法',
    right: '正确写法',
    explainOne: '`studyspec explain CODE` 解释其中一个。',
  },
  nothing: {
    computed: (count) => `${count}；未作计算。`,
    compared: (count) => `${count}；未作比较。`,
    audited: (count) => `${count}；未作核查。`,
    shown: (count) => `${count}；没有可显示的数据。`,
    ofOriginal: (count) => `原研究有 ${count}；未写入任何文件。`,
    ofData: (count) => `数据有 ${count}；未写入任何文件。`,
    noDataToCompute: (file) => `${quoted(file)}没有可供计算的数据。`,
    noDataToShow: (file) => `${quoted(file)}没有可显示的数据。`,
    onlyPrinted: (file) =>
      `${quoted(file)}没有数据，只有论文的发表值，因此无可运行。\`studyspec audit ${file}\` 核查发表数值之间是否一致。`,
    framework: (file) => `${quoted(file)}是研究框架，没有数据，因此无可运行。\`studyspec check ${file}\` 检查其写法。`,
    dataUnused: '数据无法使用，因此只在发表数值之间核查。原因见 `studyspec check`。',
    whichSheet: (data, sheet) => `指明工作表：\`studyspec init ${data} --sheet "${sheet}"\``,
    whichTable: (data, table) => `指明哪张表：\`studyspec init ${data} --table '${table}'\``,
  },
  check: {
    stopped: (reasons) => reasons.map((reason) => stopped[reason]).join(''),
    compared: (file, studies, hypotheses) => `${file}：比较研究 ${studies} 项，假设 ${hypotheses} 个`,
    planned: (file, variables, analyses, cases) =>
      `${file}：变量 ${variables} 个，分析 ${analyses} 项${cases === null ? '' : `，个案 ${cases} 个`}`,
    summary: ({ count, accepted, facts, stopped: reasons }) =>
      [
        count === '' ? '没有问题。' : `${count}。`,
        ...(accepted === '' ? [] : [`已说明理由：${accepted}。`]),
        ...(facts.length === 0 ? [] : [`${facts.join('；')}。`]),
        ...reasons.map((reason) => stopped[reason]),
      ].join(''),
  },
  contents: {
    folder: (title, version) => `${title}：报告由 StudySpec ${version} 生成。本文件夹中涉及个人的内容：`,
    whole: '- report.html、report.docx、report.txt 和 figures：全体受访者的表格和图。人数少的组按原样列出。',
    wholeHidden: (least) =>
      `- report.html、report.docx、report.txt、results.json、figures：全部受访者的汇总数值。\`cells ${least}\`：少于 ${least} 名受访者的频数不予显示，` +
      '据此少数人计算的统计量也不显示；可由合计相减推算出这些频数的其他频数（由小到大）同样不显示。人数为 0 的频数、缺失人数以及全体的均值和检验仍予显示。',
    rowsHidden: (unusable) =>
      '- 不含 scores.csv、scores.sav 和 scores.dta：持有每名受访者回答的人可以自行计数。用 `studyspec scores` 写出。data-problems.csv，以及 ' +
      `results.json 的 dataProblems 和 problems：无法使用的回答，按其所在的行列出（${unusable} 条）。`,
    rows: (respondents, unusable) =>
      `- scores.csv、scores.sav、scores.dta：每名受访者一行（共 ${respondents} 行），含全部回答和得分。data-problems.csv 以及 results.json 的 ` +
      `dataProblems 和 problems：不能使用的回答及其所在的行（共 ${unusable} 个）。`,
    ids: (column) =>
      `- 这些文件含有受访者编号（${column}）。如不应让他人知道受访者是谁，可在规范中写入 \`report { ids hidden }\` 后重新运行，` +
      '或不提供这些文件。',
    idsHidden: (column) =>
      `- 本文件夹中没有任何受访者编号（${column}）：\`ids hidden\`。各行使用其在数据文件中的行号，持有该文件的人可以对应。`,
    noIds: '- 本研究没有指定编号列：各行使用其在数据文件中的行号。',
    names: (columns) => `- 数据中存放名称的列，问题说明可能会引用：${columns.join('、')}。`,
    cells: '- 即使没有编号，一行中的回答也可能表明某人是谁，例如年龄、地点和职业合在一起。',
  },
  written: {
    to: (file) => `已写入 ${file}。`,
    report: (folder, files, figures) => `已写入 ${folder}：${files.join('、')}${figures > 0 ? `、figures（${figures} 幅图）` : ''}。`,
    figuresBeside: (figures, folder) => `${figures} 幅图在 ${folder} 中，供该文件引用。`,
    unpainted: (signs) =>
      `生成图片所用的字体缺少下列字符：${signs.join(' ')}。在 PNG 文件中，以及在不能显示矢量图的 Word 中，这些位置显示为方框；矢量图（SVG）不受影响。`,
    removed: (names) => `研究中已没有内容绘制下列文件，已删除：${commas(names)}。`,
    left: (names) => `下列文件在上次报告之后经过改动，予以保留：${commas(names)}。用 \`--force\` 删除。`,
    removedOfComparison: (names) => `已没有内容生成下列文件，已删除：${commas(names)}。`,
    leftOfComparison: (names) => `下列文件在上次报告之后经过改动，予以保留：${commas(names)}。`,
    guarded: (cells) => `data-problems.csv 有 ${cells} 个单元格会被电子表格当作公式，其前已加撇号。`,
    scores: (file, rows, columns) => `已写入 ${file}：受访者 ${rows} 名，次序与数据文件相同；共 ${columns} 列。`,
    formatted: (file) => `已整理 ${file}`,
    draft: (file, { declared, dimensions, guesses }) =>
      `${file === null ? '' : `已写入 ${file}。`}已声明 ${declared} 列，拟出维度 ${dimensions} 个，有 ${guesses} 处推测须核对。`,
    notDeclared: (names, more) => zh`未声明：${etc(names, more)}。`,
    replication: (file, matched, guesses) =>
      `${file === null ? '' : `已写入 ${file}。`}对应成功 ${matched} 个，有 ${guesses} 行是推测，须核对。`,
    notFound: (names) => `数据中未找到：${commas(names)}。`,
    unused: (names) => `未用到的列：${commas(names)}。`,
    notEveryHolds: '并非所有假设都成立。',
    reportListsThem: (count, file) => `${count}：报告中已列出，亦可用 \`studyspec check ${file}\` 查看。`,
    checkLists: (count, file) => `${count}：\`studyspec check ${file}\` 列出全部问题。`,
  },
  notes: {
    of: (file, note) => `${file}：${note}。`,
    more: etc,
    renamed: (list) => `该格式不允许的名称已更改：${list}`,
    renaming: (from, to) => `“${from}”改为“${to}”`,
    shortened: (list) => `超出该格式长度限制的文字已截短：${list}`,
    blanked: (list) => `该格式无法与其他代码一并声明的缺失值代码已改为空白：${list}`,
    blanking: (column, codes) => `${column}（${codes.map(String).join('、')}）`,
    guarded: (cells) => `有 ${cells} 个单元格会被电子表格当作公式，其前已加撇号`,
  },
};
