// What the command line says of a call or a file that is wrong, in Chinese.
import type { CliWords } from '../../en/cli/index.ts';
import { fileRefusals } from '../data-phrases.ts';
import { listed, names as quotedNames, oneOf, quoted, zh } from '../text.ts';

const commas = (all: readonly string[]): string => all.join('、');

export const usage: CliWords['usage'] = {
  unknownOption: (option) => `没有选项 \`${option}\``,
  unknownCommand: (command) => `没有命令 \`${command}\``,
  missingArgument: (argument) => `缺少参数 \`${argument}\``,
  valueMissing: (option) => `选项 \`${option}\` 缺少取值`,
  conflicting: (option, other) => `选项 \`${option}\` 与 \`${other}\` 不能同时使用`,
  tooMany: (command, expected, given) => `参数过多：${command === null ? '' : `\`${command}\` `}应有 ${expected} 个，实有 ${given} 个`,
  notAllowed: (option, value, allowed) => `选项 \`${option}\` 不能取${quoted(value)}；可选 ${commas(allowed)}`,
  near: (names) => `（是否应为 ${names.length > 1 ? oneOf(names) : commas(names)}？）`,
  seeHelp: '（用法见 studyspec --help）',
};

export const wrong: CliWords['wrong'] = {
  error: (message) => `错误：${message}`,
  internal: (message) =>
    `内部错误：${quoted(message)}\n` +
    '这是 StudySpec 的缺陷，与所用的研究无关。欢迎连同研究说明一起报告；数据若可公开，也请附上。\n' +
    '要查看出错的位置，可设 STUDYSPEC_DEBUG=1 后重新运行同一命令。',
  didYouMean: (names) => zh`是否应为 ${names.length > 1 ? oneOf(names) : commas(names)}？`,
  thereAre: (names) => zh`可选 ${commas(names)}。`,
  digits: (given) => `\`--digits\` 须为 0 到 15 之间的整数，不能是${quoted(given)}。`,
  replications: (given) => `\`--replications\` 须为 0 到 100000 之间的整数，不能是${quoted(given)}。`,
  language: (given, spoken) => zh`\`--lang ${given}\`：StudySpec 所用的语言有 ${listed(spoken)}。`,
  contradicting: (option, other) => `\`${option}\` 与 \`${other}\` 相互矛盾。`,
  noFormat: (given, command, formats) => `没有格式${quoted(given)}；\`${command}\` 可写 ${commas(formats)}。`,
  endingAgainstFormat: (file, ending, format) => `${quoted(file)}的扩展名表示 ${ending}，而要求的格式是 ${format}。`,
  tidyIsCsv: '`tidy` 和 `glance` 是 CSV：文件的扩展名应为 .csv。',
  leaveOutOne: '删去其中之一。',
  noReportEnding: (command, ending, file, formats) =>
    `\`${command}\` 不写 .${ending} 文件，因此没有写入${quoted(file)}。可写 ` +
    `${commas(formats.map(([format, usual]) => `${format}（${usual}）`))}。`,
  htmlForWriting: '.docx 报告可用文字处理软件打开，.html 报告可从浏览器打印为 PDF。',
  noEnding: (command, endings, ending) =>
    `\`${command}\` 可写 ${commas(endings.map((one) => `.${one}`))}，不写 .${ending}；未写入任何文件。`,
  onlyStudyFiles: (command, ending, file) => `\`${command}\` 只写 .study 文件，不写 .${ending}；没有写入${quoted(file)}。`,
  noCodebook: (file) => `${quoted(file)}不是编码手册：须有一行表头，并为每一列写一行。`,
  neitherCodebookNorForm: (file) => `${quoted(file)}既不是编码手册，也不是 XLSForm。`,
  noWorkbookInTerminal: '工作簿不是文本，无法在终端中显示。',
  noFileInTerminal: (format) => `${format} 不是可在终端显示的文本，未写入任何文件。`,
  giveFile: (option) => `请指定文件：\`${option}\`。`,
  notInTerminal: {
    sav: 'SPSS 文件不是文本，无法在终端中显示。',
    dta: 'Stata 文件不是文本，无法在终端中显示。',
  },
  twoStudies: '`compare` 须有两项或更多研究，或一个比较这些研究的文件。',
  noTableOfStudy: (name) => `该研究没有${quoted(name)}的表。`,
  noTableOfComparison: (name) => `该比较没有${quoted(name)}的表。`,
  nothingAt: (address) => `地址 \`${address}\` 没有统计量。`,
  queryLists: '`studyspec query FILE` 列出全部地址。',
  noAddress: (given) => `${quoted(given)}不是地址。`,
  addressLooks: '地址形如 `integration.kmo` 或 `full.integration.beta(age.middle)`。',
  noScoreOf: (name) => `受访者没有${quoted(name)}的得分：它不是该研究的指数、成分、维度、指标或数值变量。`,
  noRespondent: (id) => `没有编号为${quoted(id)}的受访者。`,
  nearestIds: (ids) => `最接近的编号是${quotedNames(ids)}。`,
  comparesStudies: (file, command) => `${quoted(file)}比较多项研究，本身没有回答；\`${command}\` 须用单项研究的文件。`,
  noProblem: (given) => `没有名为${quoted(given)}的问题。`,
  explainLists: '`studyspec explain` 列出全部问题。',
  stdinAlone: '`fmt --stdin` 不带文件。',
  fmtNeedsFiles: '`fmt` 须有一个或多个 .study 文件，或用 `--stdin`。',
  specNotData: (file) => `${quoted(file)}是研究说明，不是数据。`,
  noAppendIn: (target) => `${target} 脚本不支持上下相接的文件（\`append\`），未写出任何内容；R 脚本支持。`,
  figuresNeedFolder: '`--figures` 用于 `--out` 写出的文件，以及 PNG 文件。',
  wordNeedsFolder: '`--no-word` 用于 `--out` 写出的 report.docx。',
  pngNeedsFolder: '`--png` 用于 `--out` 写出的图。',
  noFigure: '其中没有图，未写入任何文件。',
  whichFigure: (file, names) => `“${file}”只能存一幅图，而这里有 ${names.length} 幅：${names.join('、')}；未写入任何文件。`,
  nameFigure: (option) => `请用图的名称作文件名，例如 \`${option}\`；或用 \`--out DIR --png\` 写出全部图。`,
};

export const files: CliWords['files'] = {
  refused: {
    ...fileRefusals,
    'missing folder': () => '没有该文件夹',
    'taken name': () => '已有同名的文件',
    disk: () => '是磁盘，而不是文件',
    'write-protected': () => '文件设有写保护',
    'unread pipe': () => '是管道，而没有程序读取',
    'reserved name': () => 'Windows 将 CON、PRN、AUX、NUL、COM1 至 COM9、LPT1 至 LPT9 留作设备名，加任何扩展名亦然，请另取名称',
    'odd ending': () => 'Windows 会去掉名称末尾的句点或空格，请另取名称',
    'odd sign': () => 'Windows 的名称中不能有 < > : " | ? *，请另取名称',
  },
  notRead: (file, reason) => `无法读取${quoted(file)}：${reason}。`,
  notWritten: (file, reason) => `无法写入${quoted(file)}：${reason}。`,
  notRemoved: (file, reason) => `无法删除${quoted(file)}：${reason}。`,
  noFolder: (folder, reason) => `无法创建文件夹${quoted(folder)}：${reason}。`,
  outputLost: (reason) => `无法写出结果：${reason}。`,
  isInput: (file, input) =>
    `${quoted(file)}是所读取的文件${input === null ? '' : `，与${quoted(input)}是同一文件`}，不能覆盖。` +
    '未写入任何文件；为 `-o` 或 `--out` 另取名称。',
  exists: (file) => `${quoted(file)}已存在，未写入任何文件。用 \`--force\` 予以替换。`,
  foreign: (folder, names, more) =>
    `文件夹${quoted(folder)}中的${quoted(commas(names))}${more > 0 ? `等 ${names.length + more} 个文件` : ''}` +
    '经过改动，或不是由 StudySpec 写入；未写入任何文件。用 `--force` 予以替换。',
  encodingGuessed: (file, encoding) => `${quoted(file)}不是 UTF-8，从文字判断为 ${encoding}；文件保持原样。先将其另存为 UTF-8。`,
  notUtf8: (file) => `${quoted(file)}不是 UTF-8 文本；文件保持原样。`,
};
