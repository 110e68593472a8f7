import { type EngineCode, engineCodes } from './codes.ts';

/** An error as it crosses the worker's boundary: a plain object, which every browser can clone. */
export interface ErrorBody {
  code: string;
  /** English, for the command line and the console; the page has its own text for every code. */
  message: string;
  row?: number;
  column?: string;
  text?: string;
}

/** A request that was answered with an error. Keeps the code and the place all the way. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.message);
    this.body = body;
  }

  get code(): string {
    return this.body.code;
  }
  get row(): number | undefined {
    return this.body.row;
  }
  get column(): string | undefined {
    return this.body.column;
  }
  get text(): string | undefined {
    return this.body.text;
  }
}

export function errorBody(code: EngineCode, detail?: string): ErrorBody {
  const body: ErrorBody = { code, message: engineCodes[code] };
  if (detail) body.text = detail;
  return body;
}
