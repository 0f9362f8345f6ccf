using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Providers;

/// <summary>Who makes what, from <c>config/providers.yaml</c>.</summary>
public sealed record ProviderSettings
{
    /// <summary>The services that can be asked, by name.</summary>
    public IReadOnlyDictionary<string, ServiceSettings> Services { get; init; } = new Dictionary<string, ServiceSettings>();

    /// <summary>Language models that can be asked, the preferred one first; behind them stands the planner of this machine.</summary>
    public IReadOnlyList<ChatModel> Chat { get; init; } = [];

    /// <summary>Models of pictures that can be asked, the preferred one first; behind them stands the offline illustrator.</summary>
    public IReadOnlyList<ImageModel> Images { get; init; } = [];

    /// <summary>The preferred model that paints Agent2's scenes; null: they are drawn here.</summary>
    internal ImageModel? Painter => Images.FirstOrDefault(model => model.PaintsScenes);

    /// <summary>The model that paints the pictures that scenes keep to; null: nothing paints scenes by them, or describes them.</summary>
    public ImageModel? ReferencePainter => Chat.Count > 0 && Painter is { References: > 0 } painter ? painter : null;

    /// <summary>
    /// Models of moving pictures that can be asked, the preferred one first: for the scenes that a service paints. Behind them stands the
    /// painting, which the motion renderer of this machine moves as it does all pictures.
    /// </summary>
    public IReadOnlyList<FootageModel> Clips { get; init; } = [];

    /// <summary>Models of speech that can be asked, the preferred one first; behind them stand the voices of this machine.</summary>
    public IReadOnlyList<SpeechModel> Speech { get; init; } = [];

    /// <summary>What was chosen for each capability, and why not the ones before.</summary>
    public IReadOnlyList<ProviderChoice> Choices { get; init; } = [];

    /// <summary>The task queues of the steps that services do, by what they make; null when none does any.</summary>
    /// <param name="light">The queue of workflows and light activities.</param>
    internal IReadOnlyDictionary<PieceKind, string>? TaskQueuesOf(string light)
    {
        var services = new (PieceKind Kind, string? Service)[]
        {
            (PieceKind.Story, Chat.FirstOrDefault()?.Service),
            (PieceKind.Storyboard, Chat.FirstOrDefault()?.Service),
            (PieceKind.Scene, Painter?.Service),
            (PieceKind.Reference, ReferencePainter?.Service),
            (PieceKind.Footage, Clips.FirstOrDefault()?.Service),
            (PieceKind.Image, Images.FirstOrDefault()?.Service),
            (PieceKind.Narration, Speech.FirstOrDefault()?.Service),
        };
        var queues = services.Where(pair => pair.Service is not null)
            .ToDictionary(pair => pair.Kind, pair => TaskQueues.OfService(light, pair.Service!));
        return queues.Count == 0 ? null : queues;
    }

    /// <summary>The prices of a run, with what the chosen providers ask.</summary>
    /// <param name="prices">The prices of <c>config/prices.yaml</c>.</param>
    internal PriceList Apply(PriceList prices)
    {
        var paid = new Dictionary<PieceKind, decimal>();
        if (Chat is [var chat, ..])
        {
            (paid[PieceKind.Story], paid[PieceKind.Storyboard]) = (chat.PerStory, chat.PerStoryboard);
        }

        if (Images is [var image, ..])
        {
            paid[PieceKind.Image] = Painter is null ? image.Prices.Values.Max() : image.PerScene;
        }

        if (Painter is { } painter)
        {
            paid[PieceKind.Scene] = painter.PerScene;
        }

        if (ReferencePainter is { } artist)
        {
            paid[PieceKind.Reference] = artist.PerSquare;
        }

        if (Clips is [var film, ..])
        {
            paid[PieceKind.Footage] = film.PerScene;
        }

        if (Speech is [var speech, ..])
        {
            paid[PieceKind.Narration] = speech.PerSegment;
        }

        return prices with
        {
            Estimates = prices.Estimates.Where(pair => !paid.ContainsKey(pair.Key)).Concat(paid).ToDictionary(),
            Charged = [.. prices.Charged.Union(paid.Where(pair => pair.Value > 0).Select(pair => pair.Key))],
        };
    }
}

/// <summary>How a service is reached.</summary>
/// <param name="BaseUrl">Its address.</param>
/// <param name="Key">Its key; null: it wants none.</param>
/// <param name="Organisation">The organisation that is charged; empty: the key's own.</param>
/// <param name="Project">The project that is charged; empty: the key's own.</param>
/// <param name="TimeoutSeconds">How long an answer may take.</param>
/// <param name="StepsPerMinute">So many steps a minute all workers together have it do.</param>
/// <param name="CircuitFailures">So many failures in a row open its circuit.</param>
/// <param name="CircuitSeconds">How long that stays open.</param>
public sealed record ServiceSettings(
    Uri BaseUrl, Secret? Key, string Organisation, string Project, int TimeoutSeconds, int StepsPerMinute, int CircuitFailures,
    int CircuitSeconds);

/// <summary>A language model.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Model">Its name.</param>
/// <param name="MostTokens">The most tokens of an answer.</param>
/// <param name="Tokens">What tokens of question and of answer cost.</param>
public sealed record ChatModel(string Service, string Model, int MostTokens, TokenPrices Tokens)
{
    /// <summary>What a story is taken to be for a quote: written three times and judged, 12,000 tokens asked, 8,000 answered.</summary>
    public decimal PerStory => Tokens.Of(12_000, 8_000);

    /// <summary>What the scenes in words are taken to be for a quote: written twice, judged and made to fit, 10,000 tokens asked, 5,000
    /// answered.</summary>
    public decimal PerStoryboard => Tokens.Of(10_000, 5_000);
}

/// <summary>A model of pictures.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Model">Its name.</param>
/// <param name="Quality">Its quality.</param>
/// <param name="Prices">The price of a picture by its size in pixels, in US dollars.</param>
/// <param name="PromptTokens">Price of a million tokens of prompt; 0 without.</param>
/// <param name="ImageTokens">Price of a million tokens of picture; 0 without.</param>
public sealed record ImageModel(
    string Service, string Model, string Quality, IReadOnlyDictionary<(int Width, int Height), decimal> Prices, decimal PromptTokens,
    decimal ImageTokens)
{
    /// <summary>Whether it paints the scenes of Agent2 that have no diagram, and not Agent6's pictures alone; default yes.</summary>
    public bool PaintsScenes { get; init; } = true;

    /// <summary>How many pictures it paints at most that scenes keep to; default 0.</summary>
    public int References { get; init; }

    /// <summary>The most that a picture costs that is sent along with a scene, in US dollars; null: none is sent.</summary>
    public decimal? PerReference { get; init; }

    /// <summary>Price of a million tokens of pictures that are sent along; 0 without.</summary>
    public decimal ReferenceTokens { get; init; }

    /// <summary>A picture that scenes keep to is a square where the model has one.</summary>
    internal decimal PerSquare => Prices.OrderBy(size => Math.Abs(size.Key.Width - size.Key.Height)).First().Value;

    /// <summary>What a scene costs, with all pictures that it may keep to.</summary>
    internal decimal PerScene => Prices.Values.Max() + (References * (PerReference ?? 0));
}

/// <summary>A model of moving pictures.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Model">Its name.</param>
/// <param name="Prices">The price of a second by its size in pixels, in US dollars.</param>
/// <param name="Seconds">The lengths that it makes, in seconds.</param>
public sealed record FootageModel(
    string Service, string Model, IReadOnlyDictionary<(int Width, int Height), decimal> Prices, IReadOnlyList<int> Seconds)
{
    /// <summary>What a scene is taken to be for a quote: as long as the model makes them.</summary>
    internal decimal PerScene => Seconds.Max() * Prices.Values.Max();
}

/// <summary>A model of speech.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Model">Its name.</param>
/// <param name="Voices">Its voices.</param>
/// <param name="FollowsSpeed">Whether it follows a speed.</param>
/// <param name="Transcription">The model that hears the words; empty: none.</param>
/// <param name="Languages">What it speaks.</param>
/// <param name="PerCharacter">Price of a character, in US dollars.</param>
/// <param name="PerSecond">Price of a second, in US dollars.</param>
/// <param name="PerSecondHeard">Price of a second of transcription, in US dollars.</param>
public sealed record SpeechModel(
    string Service, string Model, IReadOnlyList<string> Voices, bool FollowsSpeed, string Transcription, IReadOnlyList<string> Languages,
    decimal PerCharacter, decimal PerSecond, decimal PerSecondHeard)
{
    /// <summary>What a segment is taken to be for a quote: 20 s, 280 characters.</summary>
    public decimal PerSegment => (280 * PerCharacter) + (20 * (PerSecond + PerSecondHeard));
}
