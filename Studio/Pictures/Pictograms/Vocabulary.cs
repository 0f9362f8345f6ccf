namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>What teaching words look like: the sense that an explainer means, English and German.</summary>
internal static class Vocabulary
{
    // "word, word: pictogram|the one to take when that is shown already".
    private static readonly string[] Lines =
    [
        "sun, sunlight, sonne, sonnenlicht, sonnenstrahlen, solar: sun",
        "sunset, sunsets, evening, dusk, horizon, abend, sonnenuntergang, orange and: setting-sun",
        "sunrise, dawn, morning, sonnenaufgang, morgen: setting-sun",
        "sky, himmel, weather, wetter: sun-behind-cloud|cloud",
        "light, licht, idea, ideas, idee, invention, invented, erfindung, discovery, insight: light-bulb",
        "white light, light beam, spectrum, prism, prisma, glass prism: prism",
        "rainbow, colour, colours, color, colors, regenbogen, farbe, farben, mixture, violet: rainbow|artist-palette",
        "molecule, molecules, nitrogen, oxygen, molekül, moleküle, sauerstoff, stickstoff, air, luft, gas, gases: molecule|atom",
        "atom, atoms, electron, nucleus, atome: atom",
        "scattered, scattering, scatters, scatter, everywhere, streuung: scatter",
        "blue light, blue waves, blue wave, short waves, short wave: short-wave",
        "red light, red waves, red wave, long waves, long wave: long-wave",
        "wave, waves, wavelength, frequency, welle, wellen: long-wave",
        "eye, eyes, see, vision, auge, augen, sehen: eye",
        "vaccine, vaccines, vaccination, dose, doses, vaccinates, impfung, impfstoff, injection: syringe|shield",
        "germ, germs, virus, viruses, bacteria, bacterium, pathogen, infection, disease, smallpox, polio, rabies, measles, keim, "
            + "krankheit, bakterien: microbe|petri-dish",
        "antibody, antibodies, antikörper, protein, proteins: antibody",
        "antigen, antigens, shape, shapes, antigene: antigen",
        "memory cell, memory cells, gedächtniszellen: memory-cell",
        "cell, cells, zelle, zellen, multiply: cell",
        "immune system, immunity, protect, protected, protects, protection, guard, defence, immunsystem, schutz, schützen: "
            + "shield|health-worker",
        "alarm, warning, alert: bell",
        "ill, illness, sick, fever, severe, krank, fieber: thermometer",
        "people, herd, crowd, society, population, scholars, menschen, leute, gesellschaft: busts-in-silhouette|handshake",
        "baby, babies, newborn: baby",
        "memory, remember, brain, mind, learn, learns, think, gehirn, denken, lernen, gedächtnis: brain",
        "lesson, teach, training, train, unterricht, lektion: graduation-cap",
        "printing press, press, gutenberg, printer, printers, printing, printed, prints, druckpresse, buchdruck: "
            + "printing-press|movable-type",
        "movable type, type, letters, metal, block, buchstaben, lettern: movable-type|printing-press",
        "ink, tinte: ink",
        "sheets, sheet, page, pages, paper, papier, seite, blatt: drying-sheets",
        "book, books, bible, bibles, buch, bücher, reading: open-book|books",
        "copies, copy, library, identical, kopien, bibliothek: books",
        "scribe, scribes, hand, written, writing, wrote, schreiber, handschrift: writing-quill",
        "price, money, cost, cheap, cheaper, fortune, geld, preis, kosten, teuer, coin, coins, paid, pay, pays, payment, payments: "
            + "coin|coins",
        "europe, european, germany, world, earth, global, europa, welt, erde: globe-showing-europe-africa",
        "town, towns, city, cities, stadt, städte: houses",
        "church, reformation, luther, theses: scroll",
        "ship, ships, sailed, voyage, merchant ship, schiff: sailboat",
        "england, caxton: ship",
        "science, scientific, wissenschaft, experiment: microscope",
        "copernicus, sun around, earth moves, planet, planets, astronomy, orbit: ringed-planet",
        "spread, spreads, spreading, news, announce, verbreitet: megaphone",
        "knowledge, wissen, study: books",
        "time, slow, slowly, days, day, weeks, hours, zeit, tage, wait, later: hourglass-not-done",
        "fast, faster, quickly, quick, speed, schnell: rocket",
        "year, years, date, jahr, jahre, century: spiral-calendar",
        "rain, rains, raindrop, rainfall, regen, regnet: cloud-with-rain",
        "cloud, clouds, wolke, wolken: cloud",
        "water, drop, drops, wasser, tropfen, süßwasser, liquid: droplet|water-wave",
        "sea, seas, ocean, oceans, meer, meere, meeren, ozean, salzig: water-wave",
        "evaporate, evaporates, evaporation, vapour, vapor, steam, verdunstet, verdunstung, verdunsten, dampf: vapour|rising",
        "ice, glacier, glaciers, frozen, eis, gletscher, gletschern, gefroren: ice",
        "snow, snowflake, schnee, cold, kalt, kälte: snowflake",
        "river, rivers, stream, bach, bäche, fluss, flüsse, fließt, grundwasser, groundwater, lake, lakes, seen: river",
        "puddle, puddles, pfütze, pfützen: droplet",
        "mountain, mountains, berg, berge: snow-capped-mountain",
        "heat, warm, warms, warmth, hot, wärme, erwärmt, temperature, temperatur: thermometer",
        "plant, plants, pflanze, pflanzen, grow, grows: seedling",
        "leaf, leaves, blatt, blätter, blättern, chlorophyll, photosynthesis: herb",
        "tree, trees, forest, baum, bäume, wald: deciduous-tree",
        "glass, glas: glass-of-milk",
        "sugar, glucose, zucker: honey-pot",
        "energy, electricity, power, electric, energie, strom: high-voltage",
        "fire, burn, burning, feuer: fire",
        "engine, machine, machines, mechanism, motor, maschine: gear",
        "computer, software, program, algorithm, digital: laptop",
        "internet, network, web: globe-with-meridians",
        "data, numbers, statistics, zahlen: bar-chart",
        "rises, steigt, aufsteigt, upwards, climbs: rising",
        "growth, rise, rising, increase, increases, higher, wachstum: chart-increasing",
        "fall, falls, decline, decrease, lower, loss, losses: chart-decreasing",
        "bank, banks, banker, bankers, banken: bank",
        "bill of, bill, contract, promise, note, letter of, document, wechsel, vertrag: bill|scroll",
        "merchant, merchants, trader, trade, traders, handel, kaufmann, goods, wares, waren, cloth, silk: package",
        "gold, silver, treasure: coin",
        "risk, danger, robber, robbers, thief, thieves, pirates, gefahr: warning",
        "law, court, justice, rule, rules, recht, gesetz: balance-scale",
        "balance, compare, equal, fair: balance-scale",
        "government, state, parliament, senate: classical-building",
        "king, queen, crown, könig, emperor: crown",
        "war, battle, army, soldiers: military-helmet",
        "map, country, land, journey, travel, travels, karte, reise: world-map",
        "heart, blood, pulse, herz, blut: anatomical-heart",
        "lung, lungs, breath, breathe, breathing, atmen: lungs",
        "bone, bones, skeleton: bone",
        "gene, genes, dna, genetic, inherited: dna",
        "food, eat, eats, meal, hunger, nahrung: green-salad",
        "seed, seeds, samen: chestnut",
        "bee, bees, pollen: honeybee",
        "fish, fishes: fish",
        "farm, farmer, wheat, harvest, grain: sheaf-of-rice",
        "moon, mond: full-moon",
        "star, stars, galaxy, stern, sterne: glowing-star",
        "space, universe, weltraum: ringed-planet|glowing-star",
        "rocket, launch: rocket",
        "gravity, falls down, apple: red-apple",
        "force, strong, strongly, strength, stärke: flexed-biceps",
        "weak: feather",
        "magnet, magnetic, field: magnet",
        "lens, find, search, look, closer, detail: magnifying-glass-tilted-left",
        "chemistry, chemical, reaction, acid, chemie: test-tube",
        "medicine, drug, medicines: pill",
        "doctor, hospital, patient: stethoscope",
        "world health: globe-showing-europe-africa",
        "cow: cow", "child, children, boy, kind, kinder: child",
        "question, why, problem: magnifying-glass-tilted-right",
        "key, solution, answer, lösung: key",
        "goal, target, ziel: bullseye",
        "language, word, words, speak, sprache: megaphone",
        "music, sound, sounds, noise, musik, ton: musical-notes",
        "art, painting, painter, kunst: artist-palette",
        "building, house, home, haus: house",
        "factory, industry, fabrik: factory",
        "car, cars, traffic: automobile",
        "road, street: compass",
        "letter, mail, message: envelope|scroll",
        "trust: handshake",
        "path, way, direction, directions, weg: compass",
        "straight line, straight: straight-arrow",
        "uralt, ancient, oldest: hourglass-done",
        "frisch, fresh: droplet",
        "kostbar, precious, valuable: gem-stone",
    ];

    private static readonly HashSet<string> Empty = new(
        ("a an the and or but if of in on at to from for with by as is are was were be been being it its they them their this that these "
            + "those there here we you your our us he she his her "
        + "i my me do does did done has have had can could will would should may might must not no nor only also even just still yet "
            + "than then so such very much many more most less least few some any all both each every "
        + "other another same own one two three four five six seven eight nine ten first second third once again now already always "
            + "never often usually about over under up down out off into onto through across between "
        + "against before after during while when where which who whom whose what how why because until since without within around "
            + "along away back far near left right new old big small large little long short high low "
        + "good better best great full empty part parts piece thing things kind kinds set get gets got give gives given take takes taken "
            + "make makes made put puts come comes came go goes gone went keep keeps let lets say says said "
        + "know knows known use used uses tell tells turn turns line lines bar top end ends start starts begin begins point points face "
            + "faces cool free ok well pass passes stay stays stand stands bring brings brought "
        + "change changes changed show shows shown mean means call called lead leads help helps open close play plays run runs place "
            + "places body bodies today real almost nearly together enough whole mostly stop "
        + "der die das ein eine einen einem einer und oder aber wenn von im in am auf zu zum zur aus für mit bei nach ist sind war waren "
            + "wird werden wurde wurden es sie er wir du ihr nicht nur auch noch schon sehr mehr "
        + "viel viele wie was wo wohin warum dass als durch über unter vor hinter zwischen weil damit dann hier dort jede jeder alle "
            + "alles etwas neu alt groß klein lang kurz hoch tief gut besser teil ganz").Split(' '),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Words = Lines
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[0].Split(", ").Select(word => (Word: word, Name: parts[1])))
        .GroupBy(pair => pair.Word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Name.Split('|'), StringComparer.Ordinal);

    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "hand", "see", "look", "day", "days", "time", "year", "years", "people", "fast", "faster", "light", "shape", "shapes",
        "fall", "falls", "rise", "why", "question", "way", "path", "land", "word", "words", "learn", "learns", "field", "power", "spread",
            "copy", "copies",
        "germany", "world", "earth", "note", "state", "strong", "strongly", "page", "cells", "cell", "printed", "prints", "metal", "guard",
            "paper", "evening",
        "colour", "colours", "heat", "warm", "price", "city", "merchant", "merchants", "message", "written", "slow", "quickly", "lower",
            "higher", "house", "home", "direction", "directions", "grow",
    };

    private static readonly HashSet<string> Telling =
        new(StringComparer.Ordinal) { "scattered", "scattering", "scatters", "evaporates", "verdunstet", "antibodies", "antibody", "alarm",
        "dampf", "fließt", "vapour", "ink" };

    public static IEnumerable<string> Pictograms => Words.Values.SelectMany(names => names).Distinct();

    public static bool IsEmpty(string word) => Empty.Contains(word) || word.Length < 3;

    public static string[]? Find(string words) => Words.GetValueOrDefault(words);

    /// <summary>2 for a word that says what happens, 1 for one that names a thing, 0.3 for one that often only goes along.</summary>
    public static double Weight(string word) => Telling.Contains(word) ? 2 : Vague.Contains(word) ? 0.3 : 1;
}
