// Colours of a text report on a terminal.
import type { Paint } from '@studyspec/core';
import pc from 'picocolors';

export function painter(color: boolean): Paint {
  if (!color) return (_, text) => text;
  const colors = pc.createColors(true);
  return (style, text) => {
    switch (style) {
      case 'title': case 'heading': return colors.bold(text);
      case 'muted': return colors.dim(text);
      case 'good': return colors.green(text);
      case 'warning': return colors.yellow(text);
      case 'error': return colors.red(text);
    }
  };
}
