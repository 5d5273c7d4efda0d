/**
 * What Terraform would say about an operation, a conversion or a call that it refuses. The evaluator turns
 * it into a diagnostic, since only it knows the places.
 */
export class Problem {
  /** A sentence without its full stop, in Terraform's words where it has some. */
  readonly message: string;
  /** The argument or operand to blame, counted from 0. */
  readonly argument: number | undefined;

  constructor(message: string, argument?: number) {
    this.message = message;
    this.argument = argument;
  }
}

export const isProblem = (answer: unknown): answer is Problem => answer instanceof Problem;
