/** Sayings: words that would claim something of a product, in turns of phrase that do not. */

const sayings = [
  // Metals, stones and cloth of speech.
  'silver (?:lining|tongue|screen|bullet)s?',
  '(?:heart|good|weight|pot|worth (?:its|their) weight) (?:of|as|in) gold',
  'gold (?:standard|star|dust|medal|rush)',
  'golden (?:rule|hour|age|mean)',
  'glass(?:es)? (?:of|half)|half full|looking glass|raise a glass|glass ceiling',
  'nerves? of steel|steel (?:yourself|your|nerves?)|iron (?:will|out|fist)',
  'touch(?:ing)? wood|knock(?:ing)? on wood|out of the woods?|neck of the woods',
  "wool over (?:your|the|our|their|anyone['’]s) eyes",
  "(?:smooth|soft|fine) as silk|(?:set|carved|written) in stone|stone['’]s throw|no stone unturned",
  'pearls? of wisdom|bronze medal|cast in bronze|blank canvas|on the canvas|concrete plans?|rubber stamp',
  'plastic (?:money|card)|copper[- ]bottomed|brass (?:tacks|neck|monkey)',
  // Sense and measure.
  'more or less|sooner or later|no more,? no less|nothing (?:more|less)|none the (?:less|wiser)|nonetheless|all the (?:more|better)|ever more|more than (?:ever|once|enough|welcome|happy|words|a|an|one|its|their|just|that)|less is more',
  'once more|what is more|any more|no longer|the longer you|the less said|for better or (?:for )?worse|better (?:safe|late)|think better of|older and wiser',
  'last but not least|at (?:the very )?least|at (?:its|their|your|the) (?:very )?(?:best|least|most|latest|earliest)|to say the least|the least (?:you|we|it|they|one)|not (?:in )?the least|the best of both|best of all|best (?:part|of luck|foot|friends?|wishes|guess|bet|behaved|before|left|kept|served|to|if|when|avoided|is yet)|for the best|make the (?:best|most)|making the (?:best|most)|do (?:its|their|your|our) best|hope for the best|save the best|most of (?:all|the|your|its)|second best|best of the (?:day|week|year|evening|morning)',
  // Safety, health and freedom of speech.
  '(?:a |the )?safe (?:choice|bet|pair|side|to (?:say|assume|guess)|guess|and sound|hands|distance|place)',
  'healthy (?:respect|scepticism|skepticism|appetite|dose|distance|suspicion|interest|disregard|amount)',
  "(?:feel|are|is|be|you['’]re) free to|free (?:will|time|evening|afternoon|morning|hands?|hour|day|spirit|choice|rein)|set (?:you )?free|hands[- ]free|care[- ]free|for free",
  'no need to hurry|(?:in|without) (?:a|any|no) hurry|no hurry|(?:not|never) (?:in a )?hurry',
  'no cure for|nothing cures|cure for nothing|cures? (?:nothing|boredom|a dull|the dull)|heals? all|time heals',
  'natural (?:choice|companion|habitat|fit|partner|born|next|reaction|history|light|curiosity|order|pair|home|enemy|end|place|ally)',
  'once in a blue moon|the last word|last (?:word|laugh|orders|straw|thing|minute|train|bus|light|call|night|year|week)',
  'grand prize|prize[- ]winning (?:marrow|pumpkin)',
  "(?:nobody|everybody|someone)[’']s favourite \\w+|first things first|sugar lumps?|(?:out of|for) batter(?:y|ies)|(?:nobody|no one|anyone) (?:asks?|asked|tells?|told) (?:the|a) \\w+|at (?:its|their|your) \\w{3,}est|one (?:line|thing|job) (?:lighter|heavier|shorter)|number one fan|look after number one",
]

const pattern = new RegExp(`\\b(?:${sayings.join('|')})(?!\\p{L})`, 'giu')

/** The text with sayings blanked out, length kept. */
export function withoutSayings(text: string): string {
  return text.replace(pattern, (saying) => ' '.repeat(saying.length))
}
