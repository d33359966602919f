/** Words as a regular expression finds them: a catalogue's words may hold any character. */
export const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
