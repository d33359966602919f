/**
 * First words of sentences in the phrasebook, lower case, so that the dictionary, which takes a while to load, is seldom asked.
 */
export const OPENERS: readonly string[] = `
  a about above accept acceptable access accessories accidents accompanied across act add added adding address adds adjust admirers admit adopt adulthood
  adults advantage afraid after after-sales afterwards against age agenda agree ah ahead ahem aim aimed akin all all-rounders allergies allow along
  alongside already also altogether always among amount an and announce another answer any anybody anyone anything apart applause apply are arm-wrestle
  armed arms around arrange arrived as ask asked asking assign at attention availability avoidable away awkward backed bag bags barely base basket batteries
  battery be beam bearing because been before befriend begin begun behind behold being believe below bend beneath beside besides best better between beyond
  bicep biceps bid big big-boned bigger bijou bingo biscuits blame blending bless blessed blindfold blink blow bodies body bold bonus boring born borrow
  both bought brace bracing brand brave break breakages breakfast breaking breathe bred brief bright brightness bring brought brush brushes budge budget
  budgets build built burn but buy buyer buyers buying by cable cake call calling calves camouflage can cancel candidate cannot capacity cape capes care
  carpet carried carry carrying case cases cast certain certification chalk change chapter charge charger chargers charges cheap cheaper cheating check
  checked checklist chewing children chin choose choosing chosen clad claim claims clasps claws clean cleaning clear cleared clearly click clocking close
  closed closes closure cloth clothes clouds coffee coin colour colours combine come comes coming common compare compared comparing compatibility compatible
  complete concern condition confession confirm confirmed connection connects consider considering constraint construction consult consumption contains
  contents context correct cosmetic cost costing cough could count counted counter-offer counting country cover covered critics cross cue cupboards curious
  curry curtain cut daily damp dare dark data dates days deal dear dearer decide deciding decisive decked declare declared deduct deep demands depends
  design designed desk destined destiny detail details did dieting dimensions ding dinner dirt discuss display displays divide do does dolled done double
  doubles doubt doubts down draw drawback drawn dreading dream dress dressed drive drizzle drop drops drum dry duck duel dust dwell each earlier early ears
  eased easier easy eating eats edges effort eh either else embarrassingly emergency empty end endurance enjoy enough enter envelope episode equipped
  esteemed estimate even evening evenings ever every everybody everyday everyone everything evidence exact exactly excellent excuse exhibit expect experts
  explains exposure extra extras eyebrows eyes fabric facing fact factor facts fair falls familiar families fan fancy fans far farewell fasten fastened
  fastening fastenings faults fear feature feel feelings feet felt fence fetch few fewer field figure file fill filter final finally find finding fine
  fingerprints fingers finish first fit fits fittings fix fixings flavour flip floor floors flown folded follow food footnote footprint for forget found
  frequency frequent friendly friends from full function funny furniture further fussy gap gardeners gentle gentler gently get getting gift give given
  glitter gloves go goes going goldilocks good goodbye goodness got grade grandchildren grandmother grandmothers grant gravity grey grins grip grit ground
  group growing grown-ups guard guarded guarding guess guessing guesswork guest guilty habits had hair half half-drawn half-used halfway hallmark hand
  handed handle handles hands handy hang happens happier happily hard harder hardly harmony harsh haste hat hats have having head headed heads health hear
  hearing heat heavier heavy held hello here heroes hey hidden hide hiding high higher hiring historians history hmm hold holding holds holidays home hook
  hooray hours house households houses how however humidity hunt hush hypothetically icebreaker if ignore imagine improvise in included independent indoors
  ingredient ingredients ink inside insiders instructions instruments intended interest into introduce iron is it item its jam job jobs jot journeys judge
  judges just justify keen keep keeping keeps kept kettle key killed kind kinder kindly kit kitchen kitchens knees knock know knowing known label labelled
  labour ladders ladies lamps large larger last last-minute late later latest laundry lay lean learn leave leaves left legal legend lend length less lesson
  let level life lift lifted light lighter lights like liking line lining link list listed listen little live living load lock logical long longer look
  looked looking looks loose loser losing lots loud lovers low lower lowered loyal lucky lunch made magic magnify main maintenance make maker makers making
  managing many mark marked market markings marks mass match matched matchmaking material materials matters maximum may meant meanwhile measure measured
  measuring meet members mention merely message metal method mic mind minor minus minutes mismatch miss misuse mix mobile modest mondays money mood moods
  more morning mornings most mountains move moving much mud multiply muscle muscles music mystery name named nap narrow near nearly need needed needs
  neighbour neighbours neither nervous net never new newer news next nights no nobody nod noise none nose noses not note noted notes nothing notice noticed
  now numbers objection observe obviously occasion of off offer offered official officially offset oh oil old older on once one only oof open opening opens
  opinion or order ordering origin other others otherwise ouch our ours out outer outlay outline output outside over overall overhead overheard overloading
  overtime owned owner owners owning pack packed packing page paid pair pairs pale parenting park parked part party pass passport past patch patching
  patience patiently pattern pause paws pay paying peacocks pencil pending pens people per perhaps pfft phew phone photograph photographs photos pick picked
  picture pictures picturing pieces pigeons pile place placed placement plain plainly plan planned planning plans plant players playing please pleased
  plenty plot plug plus pocket poets point points poke poor pop popcorn ports position possibly postcard posting power practice practise praise precisely
  preferred prefers preparing present presented press pretend previous previously price priced prices printed process product promise promised promises
  prone proof proportions proposal protection proud proudly provenance psst public puddle puddles pull pure purpose push put quality quantity question queue
  quick quiet quieter quietly rain rainbows rainy raise rank rated rather rating ratings reach reaching read reading ready real reason reasons recall
  recheck recipe reckon recommended reduce reduced reduction reference references refill refills regard regions register regular regulars relatives relevant
  remarkable remember remembering repairs repeat replace replacing required requirement reserve reserved respect resplendent rest restraint result results
  return returns reuse review reviews reward ribbon right rightly ring rinse risk rivals rock roll rolling room rooms roots roses rosy-cheeked rough roughly
  round routine rule rules rumour run running said salary salt same sample save saving savings say scale scared scarred scene scent scents sceptical
  sceptics school science scientists score screen screens scuffs seams search season seat seats second seconded secured security see seeing seen select send
  sense sensible sent separate sequels serious serve set sets settle settling several sewn shade shake shall shape shaped share shared sharing shelf shelves
  shh shipped shoelaces shoes shop shoppers shopping short short-lived shorten shorter shortlist shortlisted should shoulders show shown shut shy side
  signed silence similar simple simply since sing single singles sisters sit sitting size sized sizes sizing skill skim skin skip sleep sleeping slight
  sling slowly small smaller smell smelling smells smuggle snacks sniff sniffing so soap soft soil sold solidly some somebody someone something somewhere
  soon sorry sort sought sound sounds source sources space spare spares sparks speak speaking specification specified speeches speed spend spending spills
  spinach split spooky spot spotlight spread squinting stacking stairs stamp stamped stand standard standing starring start starting state stated status
  stay steady steam steep step stick sticky still stock stones stop storage store storing stowaway straight strangers strength stretch stride strike strings
  stroke strong strutting sturdy style subject subtract such suggested suggestion suited suits summary sums sunday sundays supervise supper supplied
  supporting suppose sure surely surface surprise survival suspect swap sweat swore sworn ta-da table take taken takes taking talent talk talking tally tap
  tape task taste tastes tasting tea team teams teamwork teeth tell temperature tempted terms test than thank thanks that the their them then there these
  they they're things think thinking third-party this those thought three through throw thrown thunder thus tick tied tight tilt time timing tip tipping to
  today toddlers toes together tone tonight too tools top toss total touch touched toy trailing travels treat tricky trim trips true trust truth try trying
  tucked tug tune tuned turn turned twice two unannounced unboxing under underneath undo unhand unhurried uniform unit unladen unless unofficially unpack
  unseen unsure until unused up upgrading upkeep upper us use used useful users usual value verdict verify very violets visibility visitors visual voila
  volume wait wake walk wallet walls wander want wanted warm warning was washing watch water wave waved way we we'll weak wear wearing weather weekly weeks
  weigh weighed weighing weight weights welcome well wellies were wet what whatever when where whether which whichever while whisper who whoever whose why
  wide width will wind windows wipe wise with within without word words work working works worn worried worth would wow wrap wrapped write written wrong
  yawn yay yes yet yoghurt you you'll young younger your yours
`.split(/\s+/)
