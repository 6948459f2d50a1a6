// What `verify` tells of a folder that is made again, and `watch` between two runs, in Chinese.
import type { CliWords } from '../../en/cli/index.ts';
import { quoted, zh } from '../text.ts';

export const verify: CliWords['verify'] = {
  noManifest: (folder) => `${quoted(folder)}中没有 manifest.json：它不是 \`studyspec run --out\` 写出的文件夹。`,
  damaged: (folder) => `${quoted(folder)}中的 manifest.json 已损坏。`,
  asItWas: (folder, files) => zh`${folder}：全部 ${files} 个文件与写出时一致，重新生成的结果也相同。`,
  version: (was, is) => `该文件夹由 StudySpec ${was} 写出；当前版本为 ${is}。`,
  studyElsewhere: (folder, study) => `研究说明文件不在清单所记的位置（${study}）。请写明其位置：\`studyspec verify ${folder} FILE\`。`,
  input: {
    changed: (name) => zh`${name} 已有改动。`,
    gone: (name) => zh`${name} 当时曾读取，现在没有读取。`,
    new: (name) => zh`${name} 现在读取，当时没有读取。`,
  },
  fileMissing: (name) => zh`文件夹中缺少 ${name}。`,
  fileExtra: (name) => zh`文件夹中有 ${name}，但不是由这次运行写出。`,
  fileChanged: (name) => zh`${name} 在写出之后经过改动。`,
  made: {
    changed: (name) => zh`${name} 重新生成后有所不同。`,
    gone: (name) => zh`${name} 现在不再生成。`,
    new: (name) => zh`${name} 现在生成，当时没有生成。`,
  },
  manifestChanged: 'manifest.json 在写出之后经过改动。',
};

export const watch: CliWords['watch'] = {
  again: (time) => `——— ${time}：有改动`,
  waiting: '等待改动；按 Ctrl-C 停止。',
};
