// A second extension, installed beside ours, that runs what a test sends over a private socket: the extension host's side of
// a check, where the screen's side would be slow or vague.
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { zip } from './zip.mjs';

const CODE = `
const vscode = require('vscode'), http = require('http');
const AsyncFunction = (async () => {}).constructor;
exports.activate = (context) => {
  const socket = process.env.WORKBENCH_PROBE; if (!socket) return;
  try { require('fs').unlinkSync(socket); } catch {}
  const server = http.createServer((question, answer) => { let body = ''; question.on('data', (part) => body += part); question.on('end', \
async () => {
    try { const { code, args } = JSON.parse(body); const run = new AsyncFunction('vscode', 'args', 'require', code);
      const value = await run(vscode, args, require); answer.end(JSON.stringify({ value: value === undefined ? null : value })); }
    catch (error) { answer.end(JSON.stringify({ error: String(error && error.stack || error) })); } }); });
  // It ends with its process: closed before, it would take away the socket that the next one has put there meanwhile.
  server.listen(socket);
};`;

const TYPES =
  '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ' +
  'Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default ' +
  'Extension=".vsixmanifest" ContentType="text/xml"/></Types>';
const listing = (name) =>
  `<?xml version="1.0" encoding="utf-8"?><PackageManifest Version="2.0.0" ` +
  `xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011"><Metadata><Identity Language="en-US" Id="${name}" ` +
  `Version="0.0.1" Publisher="test"/><DisplayName>${name}</DisplayName><Description>` +
  `${name}</Description></Metadata><Installation><InstallationTarget ` +
  `Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/><Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" ` +
  `Path="extension/package.json" Addressable="true"/></Assets></PackageManifest>`;

function writeVsix(file, name, manifest, files) {
  const whole = {
    name,
    publisher: 'test',
    version: '0.0.1',
    engines: { vscode: '^1.70.0' },
    capabilities: { untrustedWorkspaces: { supported: true } },
    ...manifest,
  };
  writeFileSync(
    file,
    zip({
      '[Content_Types].xml': TYPES,
      'extension.vsixmanifest': listing(name),
      'extension/package.json': JSON.stringify(whole),
      ...files,
    }),
  );
}

export function writeProbe(file) {
  writeVsix(
    file,
    'workbench-probe',
    { main: './probe.js', activationEvents: ['*'], extensionKind: ['workspace'] },
    { 'extension/probe.js': CODE },
  );
}

/** Runs the body of an async function of `vscode`, `args` and `require` in the extension host; both ways JSON. */
export const probeAt =
  (socketPath) =>
  (code, args = {}) =>
    new Promise((resolve, reject) => {
      const question = request({ socketPath, method: 'POST', path: '/', timeout: 180_000 }, (answer) => {
        let body = '';
        answer.on('data', (part) => {
          body += part;
        });
        answer.on('end', () => {
          try {
            const { value, error } = JSON.parse(body);
            if (error === undefined) resolve(value);
            else reject(new Error(`extension host: ${error}`));
          } catch (error) {
            reject(error);
          }
        });
      });
      question.on('error', reject);
      question.on('timeout', () => question.destroy(new Error('the extension host does not answer')));
      question.end(JSON.stringify({ code, args }));
    });
