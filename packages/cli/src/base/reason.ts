// Why the system refused a file, as part of a sentence: "there is no such file". A fact, and so in English; in which words it is told is the
// language's (`said().files.reason`, the problems').

export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of its path is not a folder';
    case 'EACCES':
    case 'EPERM':
      return 'this account may not open it';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk may not be written to';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'EFBIG':
      return 'it would be larger than this account may write';
    case 'EDQUOT':
      return 'this account has no room left on the disk';
    case 'EIO':
      return 'the disk reports an error';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'it is larger than 2 GiB';
    default:
      return code ?? (error instanceof Error ? error.message : 'for an unknown reason');
  }
}
