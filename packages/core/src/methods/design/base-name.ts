// The name of a file without its folders.

export const baseName = (path: string): string => path.replace(/^.*[\\/]/u, '');
