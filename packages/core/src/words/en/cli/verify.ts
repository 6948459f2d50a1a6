// What `verify` tells of a folder that is made again, and `watch` between two runs, in English.

export const verify = {
  noManifest: (folder: string) => `"${folder}" has no manifest.json: it is no folder that studyspec run --out wrote.`,
  damaged: (folder: string) => `The manifest.json of "${folder}" is damaged.`,
  asItWas: (folder: string, files: number) => `${folder}: all ${files} files are as they were written, and come out the same again.`,
  version: (was: string, is: string) => `It was written by StudySpec ${was}; this is ${is}.`,
  studyElsewhere: (folder: string, study: string) =>
    `Its study does not stand where the manifest says, at ${study}. Say where it is: studyspec verify ${folder} FILE.`,
  input: {
    changed: (name: string) => `${name} has changed since.`,
    gone: (name: string) => `${name} was read then, and is not now.`,
    new: (name: string) => `${name} is read now, and was not then.`,
  },
  fileMissing: (name: string) => `${name} is missing from the folder.`,
  fileExtra: (name: string) => `${name} is in the folder, and this run did not write it.`,
  fileChanged: (name: string) => `${name} was changed after it was written.`,
  made: {
    changed: (name: string) => `${name} comes out differently.`,
    gone: (name: string) => `${name} is not made any more.`,
    new: (name: string) => `${name} is made now, and was not then.`,
  },
  manifestChanged: 'manifest.json was changed after it was written.',
};

/** What `watch` tells between two runs. */
export const watch = {
  again: (time: string) => `——— ${time}: changed`,
  waiting: 'Waiting for changes; Ctrl-C stops.',
};
