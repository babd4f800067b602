// The app's own sources, parsed: what the checks of texts read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Every source below `folder` that ends in one of `endings`, without tests. */
export function sources(folder, endings) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file) && !/^testing\b/.test(file))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
      return ts.createSourceFile(
        path,
        readFileSync(path, 'utf8'),
        ts.ScriptTarget.ESNext,
        true,
        kind,
      );
    });
}

export function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Where a node is, as editors and terminals link it. */
export function place(node) {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName}:${line + 1}:${character + 1}`;
}
