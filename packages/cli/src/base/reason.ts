// Why the system refused a file: a fact, and as part of a sentence: "there is no such file".
import { say, type FileRefusal, type WritingRefusal } from '@studyspec/core/words/cli';
import { said } from './speech.ts';

export const tellRefusal = (refusal: FileRefusal | WritingRefusal): string => say(said().files.refused, refusal);

export const reasonOf = (error: unknown): string => tellRefusal(refusalOf(error));

export function refusalOf(error: unknown): FileRefusal {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT':
      return { is: 'missing' };
    case 'EISDIR':
      return { is: 'folder' };
    case 'ENOTDIR':
      return { is: 'no folder' };
    case 'EACCES':
    case 'EPERM':
      return { is: 'forbidden' };
    case 'EBUSY':
    case 'ETXTBSY':
      return { is: 'in use' };
    case 'ENOSPC':
      return { is: 'full disk' };
    case 'EROFS':
      return { is: 'read-only disk' };
    case 'ENAMETOOLONG':
      return { is: 'long name' };
    case 'ELOOP':
      return { is: 'circle' };
    case 'EFBIG':
      return { is: 'too large to write' };
    case 'EDQUOT':
      return { is: 'quota' };
    case 'EIO':
      return { is: 'disk error' };
    case 'ERR_FS_FILE_TOO_LARGE':
      return { is: 'too large' };
    default:
      return { is: 'other', text: code ?? (error instanceof Error ? error.message : 'for an unknown reason') };
  }
}
