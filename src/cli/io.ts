/** The world as a command sees it: everything that a test may want to hold in its hands. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  /** An absolute path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTty: boolean;
  /** Cells in a line of the terminal, when it is one. */
  readonly columns: number | undefined;
  readonly now: Date;
  /** All of standard input, for `--files-from -`. */
  readStdin(): string;
}

/** The exit statuses of every command. */
export const EXIT = {
  /** Nothing at or above `--fail-on`. */
  ok: 0,
  /** Findings at or above it. */
  findings: 1,
  /** The run could not do its job: bad usage, configuration or policy, or a broken input. */
  failed: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
