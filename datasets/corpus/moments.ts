/** Occasions, interests and recipients that training documents mention: authored, en-IN, en-GB and en-US alike. */

/** Noun phrases with their own article, as a person would type them into the occasion line. */
export const occasions: readonly string[] = [
  'a rainy week in the hills', 'summer travel gadgets', 'Diwali at home', "your sister's wedding", 'a first flat', 'the long commute',
  'a housewarming on Saturday', 'early starts', 'the monsoon', 'a weekend in Goa', 'the office move', 'exam season', 'a quiet Sunday',
  'a birthday dinner', 'camping with the children', 'the school run', 'a winter in Shimla', 'working from home', 'the garden in June',
  'a picnic by the river', 'Eid with the family', 'a trip to the coast', 'late shifts', 'the first day of term', 'an anniversary',
  'a month of guests', 'the gym before work', 'Christmas morning', 'a train to Jaipur', 'the allotment', 'a dinner for eight',
  'Sunday lunch', 'the festival season', 'a road trip', 'new-parent nights', 'a desk makeover', 'the first frost', 'a small balcony',
  'Raksha Bandhan', "Mother's Day", 'a job interview', 'the cricket final', 'a wedding in Udaipur', 'the marathon in April',
  'a cabin in the woods', 'the reading corner', 'Pongal', 'a hot weekend', 'the night market', 'a house full of cousins', 'Onam lunch',
  'music lessons', 'a long-haul flight', 'the family reunion', 'a rooftop party', 'tea at four', 'the big spring clean', 'a promotion',
  'Thanksgiving', 'Easter weekend', 'Halloween on the street', 'a bonfire night', 'the fishing trip', "Valentine's Day", 'a new puppy',
  'a studio apartment', 'moving to a colder city', "a friend's baby shower", 'the first camping trip', 'packed lunches', 'movie night',
  'a walking holiday', 'a beach holiday', 'monsoon treks', "the farmers' market", 'spring planting', 'a kitchen refit', 'karaoke at home',
  'a gallery opening', 'Friday drinks', 'the science fair', 'a ski week', 'an outdoor wedding', 'two weeks in Kerala', 'open-mic night',
  'date night', 'the end of term', 'a slow morning', 'business travel', 'a black-tie dinner', 'a christening', 'Lohri', 'Navratri nights',
  "the neighbours' barbecue", 'a change of season', 'day hikes', 'rainy commutes', 'an early spring', 'weekday dinners', 'guests at short notice',
  'a long weekend', 'the summer holidays', 'a garden party', 'back to the office', 'evenings on the terrace', 'a charity run', 'the night shift',
  'a retirement lunch', 'the first snow', 'a hostel room', 'game night', 'a bright new room', 'the village fair', 'a year abroad',
]

/** Gerunds and mass nouns. */
export const interests: readonly string[] = [
  'trail running', 'home baking', 'jazz', 'street photography', 'yoga', 'cycling', 'gardening', 'classic films', 'trekking', 'pottery',
  'mechanical watches', 'slow cooking', 'board games', 'birdwatching', 'sketching', 'sea swimming', 'vinyl records', 'home cinema',
  'travel writing', 'interior design', 'cricket', 'knitting', 'fly fishing', 'coffee', 'chess', 'bouldering', 'calligraphy', 'astronomy',
  'weekend camping', 'vintage clothing', 'woodwork', 'tennis', 'flower arranging', 'podcasts', 'minimalist design', 'spicy food', 'badminton',
  'skincare', 'family history', 'dance', 'kayaking', 'Carnatic music', 'tea', 'modern art', 'marathon training', 'houseplants', 'guitar',
  'bullet journaling', 'baking bread', 'hiking', 'retro games', 'gym training', 'picnics', 'running', 'reading',
]

/** Whom a gift is for, in the shop's words. */
export const recipients: readonly string[] = [
  'your father', 'your mother', 'your sister', 'your brother', 'a friend', 'your niece', 'your nephew', 'a colleague', 'your partner',
  'your grandmother', 'your grandfather', 'your daughter', 'your son', 'a neighbour', 'your best friend', 'your wife', 'your husband',
  'a new parent', 'your aunt', 'your uncle', 'your teacher', 'your host',
]
