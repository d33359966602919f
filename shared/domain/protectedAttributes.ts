/** Which attributes of shoppers are of a kind that people are protected by. */

/** Words of what people are protected by in law in many places, as names of attributes have them. */
const PROTECTED = new Set(
  [
    'age ages aged ageband agegroup agerange dob birth birthday birthdate birthyear elderly',
    'gender transgender sex sexual sexuality orientation male female man woman men women lgbt lgbtq',
    'race racial ethnic ethnicity caste tribe nationality citizenship immigrant religion religious faith creed',
    'disability disabilities disabled marital married pregnant pregnancy maternity',
  ].flatMap((words) => words.split(' ')),
)

/** Whether an attribute is of a protected kind, by the words of its name: "householdAge", "date_of_birth", not "agency". */
export function isProtected(field: string): boolean {
  const words = field.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => PROTECTED.has(word))
}
