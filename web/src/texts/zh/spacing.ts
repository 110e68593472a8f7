// 西文字母或数字与汉字相接处留一个空格。

/** 词在前、汉字在后。 */
export const spaced = (text: string): string => (/[\w)]$/.test(text) ? `${text} ` : text);

/** 词在两段汉字之间。 */
export const inline = (text: string): string => spaced(/^[\w(]/.test(text) ? ` ${text}` : text);
