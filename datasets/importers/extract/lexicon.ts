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
  words(`dynamic, expert, inspirational, distinct, state-of-the-art, handsome, excellent, optimal, unparalleled, unmatched, supreme, outstanding, great, darling, unbeatable, top-tier, world-class, incredible, graceful, gracefully, wondrous, enticing, appealing, pleasing, splendid, marvelous, fabulous, effortless, sweet-looking, endearing, menacing-looking, high-end, prized, choice, superlative, noteworthy, notable, inspired, inspiring, uplifting, joyous, merry, blissful, exotic, mouth-watering, tasty, flavorful, wholesome, nutritious, nourishing, mighty, formidable, legendary, revolutionary, professional, unmistakable, ravishing, ornate-looking, posh, swanky, ritzy, jaw-dropping, bewitching, beguiling, riveting, arresting, showstopping, spectacular, epic, awesome, awe-inspiring, gourmet, artisanal, visually, thoughtful-looking, convenient, user-friendly, comforting, hypnotic, immersive, sensational, fascinating, truest, lovable, loveable, huggable, merriest, stunning, beautiful, beautifully, stylish, perfect, perfectly, elegant, elegantly, exquisite, exquisitely, sleek, chic, luxurious, luxuriously, luxe, sophisticated,
  charming, gorgeous, premium, high-quality, top-quality, quality, exceptional, superior, amazing, unique, uniquely, eye-catching, striking, trendy, fashionable, iconic, impressive, convenient, generous, delightful, simple, crisp, pristine, intricate, intricately, delicate, delicately, supple, high-quality,
  adorable, lovely, captivating, mesmerizing, enchanting, timeless, wonderful, fantastic, incredible, remarkable, extraordinary, attractive, pretty, cute, cool, fun, playful, whimsical, magical, dreamy, romantic,
  breathtaking, dazzling, magnificent, majestic, opulent, lavish, regal, refined, tasteful, tastefully, artful, artfully, thoughtful, thoughtfully, clever, cleverly, smart, innovative, advanced, state-of-the-art, cutting-edge, intuitive, iconic,
  effortless, effortlessly, meticulous, meticulously, expertly, masterfully, carefully, lovingly, superb, finest, fine, best, ultimate, signature, statement, must-have, standout, bold, edgy, fierce, feminine, masculine, flattering,
  professional-grade, professional-quality, studio-quality, impeccable, flawless, pristine, precious, special, festive, cheerful, inviting, soothing, subtle, subtly, satisfying, irresistible, delicious, delectable, mouthwatering, succulent, luscious, lush, decadent, tantalizing, heavenly, authentic, distinctive, distinctly, truly, very, highly, ultra,
  powerful, reliable, high-performance, high-end, versatile, functional, practical, handy, modern, contemporary, classic, traditional, sturdy, robust, rugged, secure, spacious, ample, comfortable, comfy, cozy, ergonomic, essential, popular, new, favorite, favourite, alluring, radiant, fresh-looking, harmonious, complementary, complementing, matching, coordinating, contrasting, picturesque, serene, tranquil, mysterious, intriguing, memorable, evocative, quaint, nostalgic, old-world, time-honored, heartwarming, joyful, lively, sultry, sumptuous, rich, richly, warm, soft-looking, tempting, thrilling, unforgettable, original, nifty, quirky, dainty, vibrant, lustrous, gleaming, glamorous`)

/** Praise that still says something when it is all there is before a part ("sturdy handle", "spacious compartment"). */
export const MILD = words(
  `intuitive, ample, clean, intricate, delicate, ample, generous, simple, supple, smart-looking, subtle, crisp, sturdy, robust, rugged, secure, spacious, comfortable, ergonomic, cozy, powerful, modern, classic, traditional, contrasting, matching, versatile, vibrant, rich, lush, bold, warm, dainty, gleaming`,
)

/**
 * Things a product can have that may stand in "it comes with ...": parts, details, trimmings, toppings. Singular. Countable.
 */
export const PARTS =
  words(`width adjuster, sticker, arrow, leaf edge, sticker detail, canvas panel, drawer unit, light bulb, candle cup, bristle head, scoring mark, cross-support, rim detail, cross section, footprint, horn, ice cube, gel pad, tote handle, lens hood, lens mount, flash unit, bolt, hinge, spout cap, cord grip, ear flap, ear tip, eartip, pocket square, wreath bow, cuff button, pan lid, paper liner, wax seal, book page, crease, pleat detail, pull tab, drip tray, knife block, tassel pull, keyboard stand, music stand, string light, fairy light, cup sleeve, bunny ear, clove, tin, jar, question mark, connector, closing, wire, fly, petal detail, sprout, kernel, cap detail, sleeve end, collar detail, tumbler lid, nail polish bottle, pump, canister lid, lace trim, edge trim, pile, nap, cup lid, snap closure, zip closure, button closure, buckle closure, velcro closure, magnetic closure, clasp closure, d-ring, color, colour, color scheme, color combination, color combo, colorway, look, feel, appearance, aesthetic, letter, plaque, cap, screw, nail, arbor, thermometer, mallet, tom, fader, finger hole, headstock, bough, pine needle, cotton boll, twig, outlet, power outlet, gerbera, zinnia, astilbe, alstroemeria, lisianthus, dianthus, root, chick, bow tie, bowtie, tooth, headdress, tendril, cheek, eyebrow, smile, expression, claw, orb, spacer, ferrule, d-ring closure, windowpane check, pin, gradient tint, front, float, scale, shaft, socket, extension, peel, center, hoof, muzzle, mane, beak, belly, nest, message, inscription, quote, tube, pull, drawer pull, pendulum, thread, teardrop, arch, archway, spire, pane, stool seat, movement, rip, hairline, waist, cut, mechanism, grass, stalk, sprout, floret, bulb, quilt, tag, dome, backing, arm cap, rocker, runner, skid, sail, hull, mast, seat back, wristband, cowl, tooth, cuff detail, shade card, mirror panel, coil, pouch pocket, hair, whisker, stocking, scarf detail, antenna, cuff link, hoop, swirl pattern, crumble, rosebud, hole, chamber, basin, faucet, drain, wand, cap sleeve, stitch, hand stitch, knot, spacer bead, end piece, filigree detail, tie, flair leg, pant, pedal steel, tonearm, platter, footing, ledge, pattern detail, tone, hue, palette, color palette, background, globe, f-hole, humbucker, humbucking pickup, treble hook, wash, line, finish detail, element, configuration, grin, system, strap system, drag system, number, number dial, shape, figure, corner detail, armchair arm, backplate, top rail, fastener, lace closure, tie closure, shoulder, sleeve cuff, chest pocket, peplum, ankle cuff, yoke, rosette, hand grip, thumbhole, strand, splash guard, boat hook, drawer front, tassel trim, ventilation hole, light fixture, wall, tier, branch arm, candle holder, pillar, sill, roof, chimney, window box, flip-out screen, lcd, led display, alarm, timer, thermostat, indicator, slider, joystick, charging port, usb port, hdmi port, memory slot, slot, cooling fan, fan, cord wrap, foot, pump dispenser, applicator, dropper applicator, pan, palette pan, hinge pin, mirror panel, screen, display, lcd screen, touchscreen, element, profile, size, construction, build, pocket, side pocket, strap, shoulder strap, ankle strap, wrist strap, buckle, zipper, zip, compartment, sleeve, handle, lining, hood, collar, lapel, cuff, button, drawstring, waistband, hem, pleat, toggle, snap, seam, fringe, tassel, panel, patch, cutout, ruffle, bow, lace,
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
  `foam, distressing, sheen, keywork, needlework, acetate, wire management, cable management, charging, fast charging, noise reduction, noise isolation, autofocus, magnification, bass, deep bass, arch support, lumbar support, back support, ankle support, support, space, counter space, legroom, headroom, cushioning support, polarization, sweetness, tang, heat, broguing, perforation work, smocking detail, woodwork, metalwork, stonework, tilework, lacework, openwork, patchwork, ironwork, paintwork, handwork, beading work, latticing, foil, tinsel, garland work, ivy, moss, dusty miller, baby's breath, 's breath, lavender, heather, wheat, sound, audio, protection, traction, insulation, technology, connectivity, illumination, grain, marbling, distribution, retention, resolution, capacity, legroom, ventilation, suspension, wiring, bracing, veneer, texture work, typography, text, artwork, plating, edging, knitwork, weaving, carving work, scrollwork, fretwork, ribboning, glitter, snow, frost, veining, mesh panelling, netting, elastic, boning, gathering, ruching, shirring, pleating, draping, fabric trim, amplification, feedback, backlight, lather, fragrance, pigment, coverage, shimmer, grass, pampas grass, marbling, noise-cancellation, noise cancellation, stitching, embroidery, trim, piping, hardware, webbing, lacing, quilting, tufting, upholstery, beading, beadwork, filigree, detailing, fringing, padding, cushioning, insulation, lighting, backlighting, greenery, foliage, eucalyptus, frosting, icing, ganache, buttercream, caramel, chocolate, cream, whipped cream, cheese, feta cheese, butter, lettering, calligraphy, piping, twine, fur, faux fur, lace, mesh, ribbing, smocking, macrame, fretwork, latticework, brickwork, cutlery, silverware, glassware, purfling, binding, storage, storage space, seating, rosemary, parsley, basil, thyme, mint, garlic, zest, salt, moss`,
)

/** Heads that say nothing without a telling word before them: shapes and looks. Each needs one of `TELLING`. */
export const SHAPES = words(
  'color, colour, color scheme, color combination, colorway, look, feel, appearance, aesthetic, expression, smile, message, support, bass, front, cut, waist, center, space, hair, patina, formula, profile, size, construction, build, design, silhouette, shape, texture, pattern, print, motif, detail, detailing, accent, style, top, surface, body, back, interior, exterior, head, case, face, edge, skin, layer, face, body, light, lighting, stone, base, control, seating, tone, hue, palette, color palette, background, line, element, configuration, system, number, capability, figure, sound, audio, protection, technology, connectivity, grain, distribution, retention, resolution, capacity, text, artwork, glow, texture, fragrance, foot, shoulder, wall',
)

/** Praise that describes a shape or a build: "sturdy construction", "clean lines". */
export const SOUND = words(
  'sturdy, robust, rugged, spacious, compact, ergonomic, clean, ample, generous, secure, simple, intricate, delicate, warm, crisp, intuitive, portable, smooth',
)

/** Words that are no praise and still tell nothing of a shape or a look. */
export const EMPTY = words(
  `surface, coordinated, top, cutting-edge, unparalleled, unmatched, optimal, excellent, great, good, nice, overall, appealing, pleasing, innovative, standout, well, various, varying, different, ideal, maximum, enhanced, improved, added, extra, full, total, easy, effortless, true, pure, strong, perfectly, imaginative, creative, inspired, inspiring, celebrated, renowned, familiar, fresh, user-friendly, mesmerizing, hypnotic, unmistakable, artisanal, artistic, creative, expressive, fascinating, exciting, sensational, distinguished, sophisticated, stately, noble, immersive, interesting, unusual, uncommon, dramatic, energetic, dynamic, bright, vivid, colorful, cohesive, balanced, everyday, universal, urban, casual, formal, fashion-forward, on-trend, trend-setting, visual, aesthetic, tactile, emotional, sensory, soulful, thoughtful, considered, clever, practical, useful, basic, mere, main, central, seasonal, holiday, yuletide, natural, organic, overall, unobtrusive, unassuming, understated, expansive, modern, hint, complex, high, low, seamless, seamlessly, hassle-free, worry-free, enduring, lasting, superior, supreme, top-notch, world-class, winning, award-winning, robust-looking, plush-looking, patented, revolutionary, cosmic, mystical, ethereal, otherworldly, angelic, playful-looking, storybook, fairytale, fairy-tale, signature, trademark, hallmark, characteristic, recognizable, storied, historic, heritage, legendary, famous, beloved, cherished, treasured, sentimental, personal, personalized, individual, smooth-looking, carefree, laid-back, easygoing, effortless-looking, whimsical-looking, fluid, flowing, graceful, elegant-looking, polished-looking, ambient-looking`,
)

/** Material nouns that may follow "made of". */
export const MATERIALS =
  words(`onyx, agate, jade, sandstone, raffia, leather, suede, nubuck, canvas, cotton, linen, wool, cashmere, silk, satin, velvet, corduroy, denim, fleece, flannel, tweed, felt, burlap, jute, straw, nylon, polyester, spandex, mesh, neoprene, rubber, silicone, plastic, acrylic, resin, ceramic, porcelain, stoneware, earthenware, terracotta, terra cotta, clay, glass, crystal, marble, granite, concrete, slate, stone,
  steel, iron, brass, copper, bronze, aluminum, aluminium, titanium, pewter, zinc, metal, wood, oak, walnut, mahogany, maple, rosewood, ebony, spruce, cedar, teak, birch, beech, ash, pine, acacia, bamboo, rattan, wicker, seagrass, cork, paper, cardboard, chiffon, tulle, organza, lace, jersey, microfiber, sherpa, faux fur, vinyl, polycarbonate, carbon fiber, fiberglass, hardwood, plywood, driftwood, sheepskin, shearling, cowhide, goatskin, hemp, bone china, soapstone, wax, soy wax, beeswax, sterling silver, knit, fabric, yarn, twill, poplin, chenille, boucle, merino, alpaca, mohair, elastane, lycra, gore-tex, kevlar, foam, memory foam`)

/** Words that belong to a material when they stand before it. */
export const MATERIAL_MODIFIERS = words(
  `solid, faux, vegan, genuine, real, full-grain, top-grain, pebbled, patent, waxed, brushed, stainless, cast, enameled, carbon, polished, organic, recycled, merino, cotton, wool, pure, egyptian, pima, turkish, italian, irish, belgian, waterproof, water-resistant, weatherproof, breathable, ripstop, braided, woven, knitted, ribbed, quilted, cable-knit, chunky, heavyweight, lightweight, hammered, tempered, borosilicate, frosted, hand-blown, blown, clear, reclaimed, acacia, cherry, walnut, oak, pine, teak, mango, olive, beech, birch, maple, cedar, rosewood, mahogany, burl, sterling, high-carbon, damascus, surgical, food-grade, memory, bone, glazed, unglazed, fine, crushed, stretch, washed, brushed, raw, crochet, sherpa, powder-coated, galvanized, anodized, aged, weathered, distressed, unfinished, natural, soy, terra, shell, wool-blend, cotton-blend, metallic, perforated, embossed, tanned, vegetable-tanned, buttery-soft, supple, soft`,
)

/** Materials that a whole product can be said to have: "features buttery-soft leather". */
export const STOUT_MATERIALS = words(
  'leather, suede, nubuck, canvas, cotton, linen, wool, cashmere, silk, satin, velvet, denim, corduroy, fabric, material, fleece, tweed, wood, rattan, wicker, mahogany, knit, yarn',
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
  'classic, traditional, bohemian, boho, boho-chic, rustic, minimalist, mid-century, mid-century modern, industrial, scandinavian, vintage, retro, victorian, art deco, coastal, farmhouse, nautical, tropical, western, gothic, preppy, sporty, modern, contemporary, vintage-inspired, retro-inspired, steampunk, southwestern, moroccan, japanese-inspired',
)

/** Heads that turn a style before them into a look: "rustic charm", "minimalist design". */
export const LOOKS = words(
  'design, aesthetic, style, look, charm, flair, vibe, silhouette, appeal, elegance, lines',
)

/** Fits that may stand before "fit". */
export const FITS = words(
  'form-fitting, high-waisted, wide-leg, straight-leg, slim-fit, loose-fitting, relaxed, slim, oversized, loose, tailored, regular, snug, cropped, fitted, roomy, slouchy',
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
  'tropical, honey-like, subtly, rich, full-bodied, woody, floral, herbal, malty, hoppy, vanilla, citrus, grassy, sweet-tangy, caramel, fuzzy, crackling, golden-crusted, glossy, wrinkled, delicate, mellow, robust, subtle, fruity, refreshing, hearty, intense, tender-crisp, sweet-tart, golden-brown, soft, pungent, aromatic, crusty, sweet, tangy, nutty, tart, buttery, creamy, crisp, juicy, smoky, salty, spicy, earthy, citrusy, velvety, tender, flaky, chewy, crunchy, smooth, silky, fluffy, airy, moist, beefy, briny, zesty, mild, savory, peppery, golden, fudgy, crumbly, meaty, firm, chocolatey, caramelized, melt-in-your-mouth, grainy, custardy',
)

/** Words before a head that make the phrase say nothing or point elsewhere. */
export const VAGUE_MODIFIERS = words(
  'larger, smaller, bigger, better, faster, lighter, stronger, wider, newer, thinner, improved, centerpiece, partial, each, sleek, stunning, various, several, numerous, its, their, this, that, own, other, different, such, more, most, many, all, every, any, your, our, you, one, same, similar, entire, overall, latest, included, additional, extra, everyday, favorite, favourite, key, right, real',
)

/** Ways of making that may stand after "it is". */
export const CRAFTS = words(
  'farm-fresh, slow-cooked, pan-seared, marinated, pre-seasoned, char-grilled, roasted, toasted, cured, fermented, aged, freshly baked, freshly picked, naturally brewed, flame-grilled, fire-roasted, kettle-cooked, small-batch, hand-drawn, hand-lettered, hand-knit, hand-knotted, hand-etched, hand-polished, handcrafted, hand-crafted, handmade, hand-made, hand-painted, handpainted, handwoven, hand-woven, hand-carved, hand-forged, hand-blown, hand-thrown, hand-knitted, hand-stitched, hand-poured, hand-tied, hand-picked, handpicked, hand-rolled, hand-cut, hand-sewn, hand-glazed, hand-tooled, stone-baked, kiln-fired, slow-roasted, oven-roasted, wood-fired, hand-dipped, hand-selected, hand-harvested, hand-pulled, hand-made, hand-assembled, hand-finished, hand-embroidered, hand-beaded, hand-tufted, hand-sculpted, grass-fed, wild-caught, vine-ripened, sun-ripened, dry-aged, free-range, oak-aged, cold-pressed, stone-ground, double-churned, smoked, grilled, marbled',
)

/** Ways of making that say so only right before the product's own noun: "this woven basket". */
export const MADE_SO = words(
  'woven, braided, quilted, knitted, crocheted, embroidered, tufted, carved, engraved, etched, beaded, sequined, fringed, pleated, smocked, ruched, embossed, upholstered, gilded, lacquered, whitewashed, glazed, padded, insulated, cushioned, lined, fleece-lined, sherpa-lined, fur-lined, perforated, studded, jeweled, bejeweled, hand-stitched, cable-knit, ribbed, chunky-knit, channel-tufted, button-tufted, open-weave, gold-plated, silver-plated, powder-coated, faceted, fluted, ruffled, layered, tiered, textured, speckled, marbled, distressed, weathered, frosted, mirrored, stained-glass, tie-dyed, hand-dyed, plush-lined, reinforced, coated, enameled, hammered, tapered, sculpted',
)

/** What a product stands up to, or how it is looked after, in an adjective. */
export const CARES = words(
  'waterproof, water-resistant, weatherproof, weather-resistant, windproof, rustproof, rust-resistant, stain-resistant, scratch-resistant, tarnish-resistant, heat-resistant, shatterproof, shatter-resistant, low-maintenance, easy-care, easy-to-clean, wrinkle-free, wrinkle-resistant, fade-resistant, tear-resistant, corrosion-resistant, machine-washable, dishwasher-safe, non-stick, washable, spill-proof, leak-proof, reusable',
)

/** Products that picture other things: what their descriptions name is in the picture. */
export const DEPICTIONS = words(
  'poster, print, art, painting, canvas, tapestry, card, sign, book, cookbook, guide, guidebook, calendar, postcard, sticker, map, puzzle, decal, portrait, hanging, placemat, coloring book, magazine, journal, plaque',
)

/** Nouns for notions and impressions, which no picture shows and no product has as a part. */
export const NOTIONS = words(
  `dish, function, comfort, style, functionality, charm, experience, appeal, elegance, touch, quality, durability, care, warmth, aesthetics, function, beauty, sophistication, versatility, simplicity, twist, craftsmanship, flair, performance, precision, essence, spirit, soul, beauty, mood, atmosphere, ambiance, blend, mix, contrast, combination, variety, array, collection, balance, harmony, fusion, journey, adventure, story, tales, history, culture, tradition, traditions, heritage, magic, wonder, allure, romance, nostalgia, energy, joy, love, passion, nature, life, art, artistry, skill, attention, detail, details, image, photo, photograph, photography, moment, moments, scene, view, views, way, ways, feel, feeling, sense, look, appearance, presence, impact, statement, scheme, splendor, majesty, grandeur, serenity, tranquility, calm, light, day, time, world, place, landscape, depth, dimension, character, personality, power, strength, potential, benefits, side, part, point, centerpiece, effect, interplay, display, piece, item, design, composition, perspective, technique, techniques, approach`,
)

/** What a depiction may still come with. */
export const DEPICTION_PARTS = words(
  'letter, rope, ribbon, bow, bead, background, palette, color palette, color, hue, tone, typography, font, script, line, stencil, hook, hanger, tassel, fringe, wire, chain, dowel, clip, embossing, foil, plaque, motif, recipe, illustration, photograph, photo, map, page, cover, itinerary, frame, border, binding, tip, chart, header, headline, text, lettering, banner',
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
