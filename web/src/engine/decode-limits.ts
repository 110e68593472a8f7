/** A larger input is refused before it is read. */
export const maxInputBytes = 512 * 1024 ** 2;
