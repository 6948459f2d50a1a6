// The preview's page: a frame that never changes, into which its script writes what the server drew.
import * as vscode from 'vscode';
import type { PageWords } from '../webview/messages.ts';

export function pageWords(): PageWords {
  return {
    pin: vscode.l10n.t('Pin'),
    pinning: vscode.l10n.t('Stay with this declaration'),
    unpin: vscode.l10n.t('Follow the cursor again'),
    copy: vscode.l10n.t('Copy table for Word'),
    copied: vscode.l10n.t('The table is on the clipboard.'),
    copiedPlain: vscode.l10n.t('The table is on the clipboard, as text with tabs.'),
    noTable: vscode.l10n.t('There is no table here.'),
    skip: vscode.l10n.t('Skip to the tables'),
    all: vscode.l10n.t('All tables'),
    toolbar: vscode.l10n.t('Preview'),
  };
}

export function pageOf(webview: vscode.Webview, extension: vscode.Uri, words: PageWords): string {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', name)).toString();
  return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('preview.css')}">
<title>StudySpec</title>
</head>
<body>
<a class="skip" href="#tables">${escape(words.skip)}</a>
<header><div role="toolbar" aria-label="${escape(words.toolbar)}"><h1 id="title" tabindex="-1"></h1>\
<button id="all" type="button" hidden></button>\
<button id="pin" type="button" aria-pressed="false"></button><button id="copy" type="button"></button></div>
<div id="banner" role="status" hidden></div></header>
<main id="content" aria-labelledby="title"></main>
<script nonce="${nonce}" type="application/json" id="words">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
