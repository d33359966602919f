/** Authored word lists of the fact extractor. A word that is not listed yields no fact: few true facts rather than many shaky ones. */

function words(text: string): ReadonlySet<string> {
  return new Set(
    text
      .trim()
      .split(/\s*,\s*|\s*\n\s*/)
      .filter(Boolean),
  )
}

/** Adjectives and adverbs of praise and fashion talk; they are dropped where they lead a phrase. */
export const PRAISE =
  words(`stunning, beautiful, beautifully, stylish, perfect, perfectly, elegant, elegantly, exquisite, exquisitely, sleek, chic, luxurious, luxuriously, luxe, sophisticated,
  charming, gorgeous, premium, high-quality, top-quality, quality, exceptional, superior, amazing, unique, uniquely, eye-catching, striking, trendy, fashionable, iconic, impressive, convenient, generous, delightful, simple, crisp, pristine, intricate, intricately, delicate, delicately, supple, high-quality,
  adorable, lovely, captivating, mesmerizing, enchanting, timeless, wonderful, fantastic, incredible, remarkable, extraordinary, attractive, pretty, cute, cool, fun, playful, whimsical, magical, dreamy, romantic,
  breathtaking, dazzling, magnificent, majestic, opulent, lavish, regal, refined, tasteful, tastefully, artful, artfully, thoughtful, thoughtfully, clever, cleverly, smart, innovative, advanced, state-of-the-art, cutting-edge, intuitive, iconic,
  effortless, effortlessly, meticulous, meticulously, expertly, masterfully, carefully, lovingly, superb, finest, fine, best, ultimate, signature, statement, must-have, standout, bold, edgy, fierce, feminine, masculine, flattering,
  professional-grade, professional-quality, studio-quality, impeccable, flawless, pristine, precious, special, festive, cheerful, inviting, soothing, subtle, subtly, satisfying, irresistible, delicious, delectable, mouthwatering, succulent, luscious, lush, decadent, tantalizing, heavenly, authentic, distinctive, distinctly, truly, very, highly, ultra,
  powerful, reliable, high-performance, high-end, versatile, functional, practical, handy, modern, contemporary, classic, traditional, sturdy, robust, rugged, secure, spacious, ample, comfortable, comfy, cozy, ergonomic, essential, popular, new, favorite, favourite, alluring, radiant, fresh-looking, harmonious, complementary, complementing, matching, coordinating, contrasting, picturesque, serene, tranquil, mysterious, intriguing, memorable, evocative, quaint, nostalgic, old-world, time-honored, heartwarming, joyful, lively, sultry, sumptuous, rich, richly, warm, soft-looking, tempting, thrilling, unforgettable, original, nifty, quirky, dainty, vibrant, lustrous, gleaming, glamorous`)

/** Praise that still says something when it is all there is before a part ("sturdy handle", "spacious compartment"). */
export const MILD = words(
  `sturdy, robust, rugged, secure, spacious, comfortable, ergonomic, cozy, powerful, modern, classic, traditional, contrasting, matching, versatile, vibrant, rich, lush, bold, warm, dainty, gleaming`,
)

/**
 * Things a product can have that may stand in "it comes with ...": parts, details, trimmings, toppings. Singular. Countable.
 */
export const PARTS =
  words(`screen, display, lcd screen, touchscreen, element, profile, size, construction, build, pocket, side pocket, strap, shoulder strap, ankle strap, wrist strap, buckle, zipper, zip, compartment, sleeve, handle, lining, hood, collar, lapel, cuff, button, drawstring, waistband, hem, pleat, toggle, snap, seam, fringe, tassel, panel, patch, cutout, ruffle, bow, lace,
  neckline, neck, crew neck, v-neck, clasp, chain, harness, harness system, pouch, divider, flap, loop, hook, cord, brim, visor, pompom, pom-pom, vent, belt, sash, tie, embellishment, applique, rivet, grommet, eyelet, stud, motif, print, pattern, stripe, dot, polka dot, design, texture, silhouette, shape, weave, knit,
  sole, outsole, midsole, insole, footbed, upper, heel, block heel, toe, platform, tread, tongue, toe cap, welt, wedge, perforation,
  lens, frame, rim, temple, nose pad, bridge, case, dial, face, bezel, crown, band, bracelet, numeral, marker, hour marker, hour hand, hand, subdial,
  leg, arm, armrest, backrest, back, seat, base, drawer, shelf, door, knob, tabletop, top, surface, countertop, headboard, cushion, slat, spindle, edge, caster, castor, wheel, hinge, cabinet, cubby, pedestal, footrest, compartment, storage compartment, mirror, rod, rail, finial,
  lid, spout, infuser, strainer, stem, blade, tip, tine, coating, rack, grate, valve, stopper, filter, dispenser, gauge, interior, exterior, shell, body, head, grip, bolster, tang, tray, plate, cup, mug, bowl, spoon, fork, knife, saucer, carafe, glass, utensil, napkin, chopstick, coaster,
  driver, woofer, tweeter, earcup, ear cup, ear cushion, ear pad, headband, microphone, jack, port, sensor, viewfinder, keycap, key, control, control knob, switch, grille, cable, connector, plug, hub, remote, stand, mount, bracket, speaker, antenna, led light, light, keyboard, touchpad, trackpad, stick, trigger, bulb, lampshade, shade, lamp, wick, cartridge, attachment, nozzle,
  fretboard, pickup, humbucker, pickguard, tuner, string, soundboard, drumhead, cymbal, bell, mouthpiece, pedal, bench, snare, diaphragm, pad, fret, fingerboard, tailpiece, tremolo, hammer, drum, reed, ring, hoop, lug, bass port,
  pendant, stone, gemstone, diamond, crystal, pearl, bead, charm, link, setting, cabochon, medallion, rhinestone, sapphire, ruby, emerald, topaz, feather, locket, cross, star, heart, leaf, anchor,
  ribbon, bauble, pinecone, pine cone, berry, branch, bloom, blossom, rose, flower, petal, tulip, hydrangea, peony, lily, orchid, carnation, daisy, sunflower, fern, succulent, sprig, pot, vase, candle, ornament, snowflake, figurine, topper, hanger, wreath, garland, egg, bunny, pumpkin, basket, poinsettia, chrysanthemum, dahlia, hat, scarf, beard, nose, ear, eye, wing, tail, face,
  crust, filling, topping, layer, swirl, glaze, drip, drizzle, seed, herb, slice, chunk, cherry, strawberry, raspberry, blueberry, nut, sprinkle, rind, ridge, skin, tomato, olive, vegetable, fruit, noodle, peppercorn, floret, cake layer, macaron, chocolate chip, sauce, broth, dip,
  recipe, illustration, photograph, photo, map, page, cover, itinerary, chart, tip, pole, stake, mesh window, window, rainfly, guy line, mattress, burner, handlebar, paddle, spool, hatch, deck, footrest, cup holder, holder, bottle, mechanism, lacing system, suspension system, lens system, cooling system, tensioner, ratchet mechanism, jaw, motor, bit, chuck, battery pack, guide, serration, bristle, brush, comb, comb attachment, head, whistle, patch pocket, zip pocket, bumper, insert, inlay, engraving, carving, emblem, logo, badge, label, tag, charm, border, trim detail, accent, detail, gusset, gem, sequin, cable, line, battery, numbering, binding, toggle closure, sheath, scabbard, pouch pocket, rope, rope handle, antler, header, headline, banner, cutaway, casing, bone, strip, patina, formula, frond, spine, rosette, bodice, graphic, dropper, marking, sphere, disc, disk, button eye, action, layout, knit pattern, flame, bristle, tuft, vein, speckle, spot, ridge, groove, curve, lettering, script, keyhole, ankle wrap, crossover strap, wire, wire frame, wire base, cage, opening, corner, rung, ladder, footboard, sidebar, railing, tile, border, keypad, clip, carabiner, tape, rib, panelling, windscreen, guard, matte box, flash, hot shoe, dial, wheel, gear, knit cuff, cuff, bulb, hairpin leg, shelf, canopy, seat cushion, throw pillow, pillow, cone, berry, plume, stem, bud, vine, wildflower, ranunculus, anemone, iris, eucalyptus branch, snapdragon, gladiolus, hyacinth, daffodil, delphinium, baby's breath, thistle, protea, bird of paradise, cactus, wing, whisker, paw, spiderweb, cobweb, skull, bat, ghost, candy cane, reindeer, snowman, santa, gnome, bell, jingle bell, light string`)

/** The same for things without a plural or article ("contrast stitching"). */
export const PART_MASS = words(
  `grass, pampas grass, marbling, noise-cancellation, noise cancellation, stitching, embroidery, trim, piping, hardware, webbing, lacing, quilting, tufting, upholstery, beading, beadwork, filigree, detailing, fringing, padding, cushioning, insulation, lighting, backlighting, greenery, foliage, eucalyptus, frosting, icing, ganache, buttercream, caramel, chocolate, cream, whipped cream, cheese, feta cheese, butter, lettering, calligraphy, piping, twine, fur, faux fur, lace, mesh, ribbing, smocking, macrame, fretwork, latticework, brickwork, cutlery, silverware, glassware, purfling, binding, storage, storage space, seating, rosemary, parsley, basil, thyme, mint, garlic, zest, salt, moss`,
)

/** Heads that say nothing without a telling word before them: shapes and looks. Each needs one of `TELLING`. */
export const SHAPES = words(
  'patina, formula, profile, size, construction, build, design, silhouette, shape, texture, pattern, print, motif, detail, detailing, accent, style, top, surface, body, back, interior, exterior, head, case, face, edge, skin, layer, face, body, light, lighting, stone, base, control, seating, storage, storage space',
)

/** Words that make a shape or look a fact. */
export const TELLING =
  words(`high, low, wide, deep, narrow, long, short, thick, thin, slender, lightweight, long-lasting, hydrating, creamy, floral, geometric, abstract, striped, plaid, checkered, checked, quilted, braided, woven, open-weave, ribbed, cable-knit, knitted, embossed, engraved, hammered, textured, pebbled, crocodile, faux crocodile, snakeskin, leopard, leopard-print, zebra, cow, animal, tropical, botanical, leaf, palm, paisley, houndstooth,
  herringbone, chevron, zigzag, tribal, ikat, damask, mandala, lattice, honeycomb, spiral, swirling, swirl, wave, marbled, ombre, gradient, tie-dye, camouflage, camo, polka, dot, star, heart, heart-shaped, star-shaped, skull, anchor, nautical, snowflake, reindeer, holly, candy-cane, tassel, tasseled, fringe, fringed, beaded, studded, lace, crochet, crocheted, macrame, embroidered, appliqued,
  hand-painted, hand-carved, carved, scalloped, fluted, faceted, round, oval, square, rectangular, hexagonal, cylindrical, circular, curved, sculptural, tapered, flared, a-line, peplum, wrap, double-breasted, single-breasted, high-waisted, cropped, asymmetrical, off-shoulder, v-neck, crew-neck, halter, strapless, sleeveless, long-sleeve, short-sleeve, button-down, hooded, roll-top, fold-over, drawstring, belted,
  cat-eye, aviator, wayfarer, oversized, wrap-around, rimless, semi-rimless, browline, cutout, cut-out, open-toe, peep-toe, pointed-toe, round-toe, square-toe, split-toe, slip-on, lace-up, strappy, t-strap, wingtip, brogue, chunky, low-top, high-top, ankle-length, knee-high, slingback, slouchy, structured, foldable, folding, collapsible, stackable, adjustable, reversible, detachable, removable, interchangeable, wall-mounted, freestanding, swivel, reclining, extendable, nesting,
  tufted, button-tufted, channel-tufted, wingback, barrel, shell, scroll, claw-foot, hairpin, crossed, x-shaped, gold-toned, gold-tone, silver-toned, silver-tone, rose-gold, brass, copper, chrome, gold, silver, bronze, wooden, wood, metal, metallic, glass, leather, suede, velvet, satin, ceramic, marble, stone, steel, stainless, bamboo, rattan, wicker, rope, bow, ribbon, pearl, crystal, mirrored, mosaic, stained, rustic, distressed, weathered, pleated, ruffled, ruched, draped, layered, tiered, two-tone, color-block, colorblock, multicolored, monochrome, matte, glossy, polished, brushed, rubberized, non-stick, nonstick, padded, cushioned, insulated, waterproof, water-resistant, weatherproof, breathable, lightweight, compact, slim, hollow, solid, semi-hollow, cutaway, dreadnought, slanted, angled, double-sided, serrated, magnetic, touch, touch-sensitive, rounded, molded, moulded, rotating, built-in, hidden, concealed, open, closed, drop, leaf-shaped, flower-shaped, teardrop, twisted, knotted, hinged, zippered, diamond, fair-isle, nordic, argyle, tartan, gingham, buffalo, houndstooth-patterned, sunburst, fishbone, crosshatch, pinecone, berry, flower, rose, banana, pineapple, flamingo, toile, chinoiserie, celtic, aztec, southwestern, moroccan, greek-key, art-deco, filigree, latticework, slatted, spindle, split, smooth, soft, plush, fluffy, grainy, suede-like, velvety, chewy, crumbly, flaky, creamy, crunchy, goatskin, maple, mahogany, rosewood, ebony, spruce, cedar, walnut, oak, pine, birch, teak, black, white, red, blue, green, yellow, orange, pink, purple, teal, turquoise, navy, gray, grey, brown, beige, cream, tan, burgundy, coral, lavender, mint, olive, mustard, ambient, led, rgb, backlit, under-cabinet, zipper, studio`)

/** Material nouns that may follow "made of". */
export const MATERIALS =
  words(`leather, suede, nubuck, canvas, cotton, linen, wool, cashmere, silk, satin, velvet, corduroy, denim, fleece, flannel, tweed, felt, burlap, jute, straw, nylon, polyester, spandex, mesh, neoprene, rubber, silicone, plastic, acrylic, resin, ceramic, porcelain, stoneware, earthenware, terracotta, terra cotta, clay, glass, crystal, marble, granite, concrete, slate, stone,
  steel, iron, brass, copper, bronze, aluminum, aluminium, titanium, pewter, zinc, metal, wood, oak, walnut, mahogany, maple, rosewood, ebony, spruce, cedar, teak, birch, beech, ash, pine, acacia, bamboo, rattan, wicker, seagrass, cork, paper, cardboard, chiffon, tulle, organza, lace, jersey, microfiber, sherpa, faux fur, vinyl, polycarbonate, carbon fiber, fiberglass, hardwood, plywood, driftwood, sheepskin, shearling, cowhide, goatskin, hemp, bone china, soapstone, wax, soy wax, beeswax, sterling silver, knit, fabric, yarn, twill, poplin, chenille, boucle, merino, alpaca, mohair, elastane, lycra, gore-tex, kevlar, foam, memory foam`)

/** Words that belong to a material when they stand before it. */
export const MATERIAL_MODIFIERS = words(
  `solid, faux, vegan, genuine, real, full-grain, top-grain, pebbled, patent, waxed, brushed, stainless, cast, enameled, carbon, polished, organic, recycled, merino, cotton, wool, pure, egyptian, pima, turkish, italian, irish, belgian, waterproof, water-resistant, weatherproof, breathable, ripstop, braided, woven, knitted, ribbed, quilted, cable-knit, chunky, heavyweight, lightweight, hammered, tempered, borosilicate, frosted, hand-blown, blown, clear, reclaimed, acacia, cherry, walnut, oak, pine, teak, mango, olive, beech, birch, maple, cedar, rosewood, mahogany, burl, sterling, high-carbon, damascus, surgical, food-grade, memory, bone, glazed, unglazed, fine, crushed, stretch, washed, brushed, raw, crochet, sherpa, powder-coated, galvanized, anodized, aged, weathered, distressed, unfinished, natural, soy, terra, shell, wool-blend, cotton-blend, metallic, perforated, embossed, tanned, vegetable-tanned, buttery-soft, supple, soft`,
)

/** Material words that stand for a colour, a flavour or a figure of speech too often in titles. */
export const TITLE_SHY = words(
  'crystal, stone, slate, iron, steel, ash, cherry, pine, clay, straw, paper, lace, bronze, copper, wood, glass, metal, knit, mesh, wax, fabric, jersey, foam, marble, cedar, birch, velvet, satin, silk, concrete, ebony, maple, spruce',
)

/** Colours that may stand after "it is". */
export const COLOURS = words(
  `black, white, red, blue, green, yellow, orange, pink, purple, brown, gray, grey, beige, ivory, cream, tan, teal, turquoise, navy, burgundy, maroon, coral, lavender, lilac, mauve, magenta, fuchsia, khaki, charcoal, taupe, indigo, crimson, scarlet, aqua, cyan, violet, cognac, camel, caramel, mustard, rust, terracotta, emerald, mint, peach, olive, blush, burnt orange, rose gold, gold, silver, off-white, blue-gray, periwinkle, chartreuse, plum, apricot, champagne, tortoiseshell, sage, ebony, dusty rose, azure, sapphire blue, jet-black, amber, wine, ochre`,
)

/** Words that shade a colour when they stand before it. */
export const SHADES = words(
  'light, dark, deep, pale, bright, navy, royal, sky, baby, powder, forest, olive, lime, mint, emerald, sage, mustard, burnt, dusty, blush, hot, soft, charcoal, slate, electric, cobalt, midnight, neon, pastel, rusty, dusky, ocean, teal, turquoise, blood, brick, cherry, ruby, wine, lemon, hunter, kelly, army, moss, sea, seafoam, steel, ice, cool, warm, creamy, matte, rose, coral, sandy, chocolate, jet, snow, off, heather, honey, golden, amber, salmon, bubblegum, candy, vibrant',
)

/** Patterns that may stand after "in" without an article. */
export const PATTERNS = words(
  'houndstooth, plaid, paisley, tartan, gingham, herringbone, camouflage, chevron, argyle, tie-dye, polka dots, leopard print, zebra print, cow print, snakeskin print, animal print, floral print, tropical print, toile, pinstripe, pinstripes, stripes, seersucker, ikat, damask, buffalo check, color-block',
)

/** Styles that may stand before "look". */
export const STYLES = words(
  'bohemian, boho, boho-chic, rustic, minimalist, mid-century, mid-century modern, industrial, scandinavian, vintage, retro, victorian, art deco, coastal, farmhouse, nautical, tropical, western, gothic, preppy, sporty, modern, contemporary, vintage-inspired, retro-inspired, steampunk, southwestern, moroccan, japanese-inspired',
)

/** Heads that turn a style before them into a look: "rustic charm", "minimalist design". */
export const LOOKS = words(
  'design, aesthetic, style, look, charm, flair, vibe, silhouette, appeal, elegance, lines',
)

/** Fits that may stand before "fit". */
export const FITS = words(
  'relaxed, slim, oversized, loose, tailored, regular, snug, cropped, fitted, roomy, slouchy',
)

/** Words that tell how something closes. */
export const CLOSURES = words(
  'drawstring, zip, zipper, zippered, zip-up, buckle, button, snap, magnetic, velcro, lace-up, flap, roll, roll-top, hook, clasp, tie, toggle, buckled, turn-lock, twist-lock, fold-over, slip-on, pull-on, hook-and-loop',
)

/** Words that tell what a surface is like. */
export const FINISHES = words(
  'colored, toned, dewy, luminous, natural-looking, matte, glossy, polished, brushed, distressed, weathered, satin, metallic, lacquered, hammered, antique, antiqued, rustic, wood, walnut, oak, mahogany, sunburst, patent, pearl, pearlescent, mirror, mirrored, glazed, chrome, gold, golden, silver, brass, copper, bronze, black, white, gray, grey, red, blue, green, frosted, textured, stained, speckled, whitewashed, high-gloss, gloss, iridescent, shimmering, burnished, reactive, marbled, velvety, cherry, espresso, natural',
)

/** Words for how food tastes and feels. */
export const TASTES = words(
  'delicate, mellow, robust, subtle, fruity, refreshing, hearty, intense, tender-crisp, sweet-tart, golden-brown, soft, pungent, aromatic, crusty, sweet, tangy, nutty, tart, buttery, creamy, crisp, juicy, smoky, salty, spicy, earthy, citrusy, velvety, tender, flaky, chewy, crunchy, smooth, silky, fluffy, airy, moist, beefy, briny, zesty, mild, savory, peppery, golden, fudgy, crumbly, meaty, firm, chocolatey, caramelized, melt-in-your-mouth, grainy, custardy',
)

/** Words before a head that make the phrase say nothing or point elsewhere. */
export const VAGUE_MODIFIERS = words(
  'centerpiece, partial, each, sleek, stunning, various, several, numerous, its, their, this, that, own, other, different, such, more, most, many, all, every, any, your, our, you, one, dual, same, similar, entire, overall, latest, included, additional, extra, everyday, favorite, favourite, key, right, real',
)

/** Ways of making that may stand after "it is". */
export const CRAFTS = words(
  'handcrafted, hand-crafted, handmade, hand-made, hand-painted, handpainted, handwoven, hand-woven, hand-carved, hand-forged, hand-blown, hand-thrown, hand-knitted, hand-stitched, hand-poured, hand-tied, hand-picked, handpicked, hand-rolled, hand-cut, hand-sewn, hand-glazed, hand-tooled, stone-baked, kiln-fired, slow-roasted, oven-roasted, wood-fired, hand-dipped, hand-selected, hand-harvested, hand-pulled, hand-made, hand-assembled, hand-finished, hand-embroidered, hand-beaded, hand-tufted, hand-sculpted, grass-fed, wild-caught, vine-ripened, sun-ripened, dry-aged, free-range, oak-aged, cold-pressed, stone-ground, double-churned, smoked, grilled, marbled',
)

/** Products that picture other things: what their descriptions name is in the picture. */
export const DEPICTIONS = words(
  'poster, print, art, painting, canvas, tapestry, card, sign, book, cookbook, guide, guidebook, calendar, postcard, sticker, map, puzzle, decal, portrait, hanging, placemat, coloring book, magazine, journal, plaque',
)

/** What a depiction may still come with. */
export const DEPICTION_PARTS = words(
  'recipe, illustration, photograph, photo, map, page, cover, itinerary, frame, border, binding, tip, chart, header, headline, text, lettering, banner',
)

/** Foods without a plural or an article that a thing can be made with. */
export const GARNISHED = words(
  `sugar, salt, sea salt, honey, caramel, chocolate, cream, buttercream, ganache, frosting, icing, glaze, cinnamon, vanilla, butter, cheese, mozzarella, cheddar, parmesan, feta, ricotta, mascarpone, garlic, ginger, basil, mint, parsley, rosemary, thyme, oregano, cilantro, dill, arugula, spinach, lettuce, kale, cabbage, corn, rice, flour, wheat, rye, quinoa, granola, oatmeal, yogurt, milk, coconut, custard, jam, marmalade, fondant, meringue, marzipan, fudge, toffee, nougat, dough, phyllo, pastry, sponge, bacon, ham, prosciutto, salami, pepperoni, chicken, beef, pork, lamb, turkey, salmon, tuna, shrimp, lobster, broth, sauce, pesto, salsa, guacamole, hummus, mayonnaise, mustard, paprika, pepper, turmeric, cumin, saffron, cocoa, espresso, coffee, matcha, tea, sesame, cardamom, nutmeg, syrup, zest, juice, oil, olive oil, vinegar, pistachio, avocado, tofu, seaweed, nori, wasabi, sourdough, celery, fruit, meat, seafood`,
)

/** Foods that can be counted, in the singular. */
export const FOODS = new Set([
  ...GARNISHED,
  ...words(
    `seed, nut, chip, herb, almond, walnut, pecan, hazelnut, cashew, peanut, pistachio, raisin, currant, cranberry, date, fig, apple, banana, strawberry, raspberry, blueberry, blackberry, cherry, peach, pear, plum, mango, pineapple, orange, lemon, lime, kiwi, grape, pomegranate, berry, tomato, olive, onion, scallion, shallot, mushroom, carrot, cucumber, radish, pepper, jalapeno, chili, chickpea, bean, lentil, pea, potato, noodle, egg, yolk, truffle, cookie, wafer, sprinkle, shaving, flake, oat, cracker, crouton, spice, peppercorn, caper, anchovy, prawn, scallop, mussel, clam, crab, green, sprout, vegetable, fruit, marshmallow, macaron, layer, bread, cheese, pickle, beet, beetroot, asparagus, leek, cube, petal`,
  ),
])

/** Produce, meat and fish sold as they are: what a picture lays beside them is no ingredient. */
export const RAW_FOODS = words(
  `apple, banana, orange, grape, strawberry, blueberry, raspberry, blackberry, cherry, peach, nectarine, apricot, pear, plum, mango, pineapple, melon, watermelon, grapefruit, lemon, lime, pomegranate, kiwi, avocado, tomato, potato, carrot, onion, garlic, bulb, pepper, chili, cucumber, lettuce, spinach, kale, broccoli, cauliflower, cabbage, corn, pea, bean, asparagus, mushroom, eggplant, zucchini, squash, pumpkin, beetroot, celery, radish, leek, steak, beef, roast, chicken, breast, duck, turkey, lamb, chop, pork, belly, bacon, sausage, ham, ribs, salmon, fillet, tuna, cod, trout, shrimp, prawn, crab, lobster, oyster, mussel, clam, scallop, squid, octopus, egg, milk, butter, honey, herb, basil, mint, parsley, ginger, nut, almond, peanut, crown, langoustine, loin, cut, rack, feast, gourd, fish, meat, seafood, cheese, wheel, block, coffee, tea, wine, beer, soda, juice`,
)
