import * as vscode from 'vscode';
/** Everything that the page's script says; it cannot ask the editor for translations itself. */
export declare function pageWords(): {
    pin: string;
    unpin: string;
    copy: string;
    copied: string;
    copiedPlain: string;
    noTable: string;
    skip: string;
    broken: string;
    computing: string;
    empty: string;
    restricted: string;
    toolbar: string;
};
export type PageWords = ReturnType<typeof pageWords>;
export declare function pageOf(webview: vscode.Webview, extension: vscode.Uri, words: PageWords): string;
