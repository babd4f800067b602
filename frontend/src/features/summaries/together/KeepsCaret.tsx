import { Component, type ReactNode, type RefObject } from 'react';
import { caretAfter } from './caret';

interface Props {
  /** The field's text as it is rendered. */
  value: string;
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>;
  children: ReactNode;
}

interface Selection {
  text: string;
  from: number;
  until: number;
}

/**
 * Lets somebody else's words into a field one is writing in without moving the caret. A class, because only a class
 * is asked before the page changes; afterwards the browser has put the caret last already.
 */
export class KeepsCaret extends Component<Props> {
  override getSnapshotBeforeUpdate(): Selection | null {
    const field = this.props.field.current;
    if (!field || document.activeElement !== field || field.value === this.props.value) return null;
    const { selectionStart: from, selectionEnd: until } = field;
    return from === null || until === null ? null : { text: field.value, from, until };
  }

  override componentDidUpdate(_: Props, __: unknown, was: Selection | null) {
    const field = this.props.field.current;
    if (!was || !field) return;
    const at = (caret: number) => caretAfter(was.text, this.props.value, caret);
    field.setSelectionRange(at(was.from), at(was.until));
  }

  override render() {
    return this.props.children;
  }
}
