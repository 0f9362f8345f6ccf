namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>Which pictograms an explainer may show: things, animals, plants, places and a few persons; no faces, signs, flags or
/// jokes.</summary>
internal static class PictogramPolicy
{
    private static readonly HashSet<string> Categories = new(StringComparer.Ordinal)
    {
        "Activities", "Animals & Nature", "Food & Drink", "Objects", "Travel & Places",
    };

    private static readonly HashSet<string> Persons = new(StringComparer.Ordinal)
    {
        "anatomical-heart", "brain", "bone", "lungs", "tooth", "ear", "eye", "foot", "footprints", "flexed-biceps", "handshake", "baby",
            "child",
        "artist", "astronaut", "cook", "farmer", "firefighter", "health-worker", "judge", "mechanic", "pilot", "scientist", "student",
            "teacher",
        "factory-worker", "office-worker", "busts-in-silhouette", "bust-in-silhouette", "person-running", "person-walking", "writing-hand",
            "old-woman",
    };

    private static readonly HashSet<string> Unwanted = new(StringComparer.Ordinal)
    {
        "bikini", "briefs", "one-piece-swimsuit", "toilet", "plunger", "roll-of-paper", "coffin", "cigarette", "funeral-urn", "love-hotel",
            "water-pistol",
        "dagger", "bow-and-arrow", "crossed-swords", "cockroach", "mosque", "kaaba", "synagogue", "hindu-temple", "shinto-shrine",
            "prayer-beads", "nazar-amulet",
        "hamsa", "slot-machine", "joker", "game-die", "pool-8-ball", "crystal-ball", "magic-wand", "unicorn", "dragon", "dragon-face",
            "genie", "piata",
        "jack-o-lantern", "japanese-post-office", "japanese-castle", "map-of-japan", "moai", "sun-with-face", "new-moon-face",
            "full-moon-face",
        "first-quarter-moon-face", "last-quarter-moon-face", "snowman", "snowman-without-snow", "mirror-ball", "pig-nose", "cow-face",
            "dog-face", "cat-face",
        "mouse-face", "monkey-face", "tiger-face", "rabbit-face", "horse-face", "goal-net", "beer-mug", "clinking-beer-mugs",
            "cocktail-glass", "wine-glass",
        "tumbler-glass", "sake", "bottle-with-popping-cork", "clinking-glasses", "tropical-drink", "lipstick", "high-heeled-shoe",
            "handbag", "clutch-bag",
        "kimono", "sari", "no-entry", "police-car-light", "barber-pole", "church", "place-of-worship", "diya-lamp", "tanabata-tree",
            "moon-viewing-ceremony",
        "christmas-tree", "mouse-trap", "razor", "fortune-cookie", "candy", "lollipop",
        // Pictures in a square frame do not stand on a disc.
        "sunrise", "sunset", "sunrise-over-mountains", "cityscape", "cityscape-at-dusk", "night-with-stars", "bridge-at-night", "foggy",
            "fog", "milky-way",
        "national-park", "motorway", "fireworks", "sparkler", "flower-playing-cards", "framed-picture",
    };

    public static bool IsUsable(string category, string name) =>
        (Categories.Contains(category) && !Unwanted.Contains(name) && !IsClock(name)) || Persons.Contains(name);

    private static bool IsClock(string name) =>
        name.EndsWith("-oclock", StringComparison.Ordinal)
            || (name.EndsWith("-thirty", StringComparison.Ordinal) && name.IndexOf('-', StringComparison.Ordinal) > 0);
}
