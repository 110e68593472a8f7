// An element that shows a part of one answer, and nothing until there is one.

import type { Answer } from '../model/answer.ts';
import { PageElement } from './page-element.ts';

export class AnswerElement extends PageElement {
  static override properties = { answer: { attribute: false } };

  declare answer: Answer | undefined;

  constructor() {
    super();
    this.answer = undefined;
  }
}
