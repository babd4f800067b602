// No text in code: Biome finds words between tags; this finds them in the attributes that people read or hear,
// and in braces.
import ts from 'typescript';
import { place, sources, walk } from './sources.mjs';

const SAID =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|label|description|placeholder|error|lead|legend|summary|content|text|heading)$/;
const WORDS = /\p{L}{2,}/u;
/** What is the same in every language. */
const NAMES = new Set(['Dialogspejl']);

/** The words that an expression puts on the screen as they stand. */
function words(node) {
  if (!node) return [];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return words(node.expression);
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  }
  if (ts.isConditionalExpression(node)) return [...words(node.whenTrue), ...words(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const joins = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.PlusToken,
    ].includes(node.operatorToken.kind);
    return joins ? [...words(node.left), ...words(node.right)] : [];
  }
  return [];
}

const faults = [];
for (const source of sources('src', ['.tsx'])) {
  walk(source, (node) => {
    let said = [];
    if (ts.isJsxAttribute(node) && SAID.test(node.name.getText())) said = words(node.initializer);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) said = words(node);
    for (const literal of said) {
      if (WORDS.test(literal.text) && !NAMES.has(literal.text.trim())) {
        faults.push(`${place(literal)} says “${literal.text.trim()}”: put it in src/locales`);
      }
    }
  });
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
