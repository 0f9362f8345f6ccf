using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a video tells, before anything is drawn or spoken.</summary>
public sealed record Story
{
    /// <summary>Title of the video.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Language of the narration as an IETF tag; default <c>en</c>.</summary>
    [JsonPropertyName("language")]
    public string Language { get; init; } = "en";

    /// <summary>Subject of the lesson ("physics", "biology", "history"); chooses palette and mood. May be empty.</summary>
    [JsonPropertyName("subject")]
    public string Subject { get; init; } = "";

    /// <summary>Voice, speed and music.</summary>
    [JsonPropertyName("sound")]
    public SoundChoice Sound { get; init; } = new();

    /// <summary>Size of the picture; default 16:9.</summary>
    [JsonPropertyName("size")]
    public VideoSize Size { get; init; }

    /// <summary>The segments in playing order; at least one.</summary>
    [JsonPropertyName("segments")]
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>What of the source is not in the video, and why; empty when all of it is.</summary>
    [JsonPropertyName("not_in_video")]
    public IReadOnlyList<NotInVideo> NotInVideo { get; init; } = [];

    /// <summary>The archetype or framework that it follows; null without one.</summary>
    [JsonPropertyName("shape"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShapeReport? Shape { get; init; }

    /// <summary>The language model that wrote it; null: its sentences are the lesson's own.</summary>
    [JsonPropertyName("written_by"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WrittenBy { get; init; }

    /// <summary>What all its pictures have in common; null: nothing is described.</summary>
    [JsonPropertyName("look"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoryLook? Look { get; init; }

    /// <summary>Key of the logo that stands in every picture; null without one.</summary>
    [JsonPropertyName("logo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Logo { get; init; }

    /// <summary>Planned length of the video in seconds: the sum of its segments.</summary>
    [JsonIgnore]
    public double Duration => Segments.Sum(segment => segment.Duration);
}

/// <summary>How a video sounds.</summary>
public sealed record SoundChoice
{
    /// <summary>The slowest that can be wished for.</summary>
    public const double SlowestSpeed = 0.7;

    /// <summary>The fastest that can be wished for.</summary>
    public const double FastestSpeed = 1.5;

    /// <summary><see cref="Music"/> of a video without any.</summary>
    public const string NoMusic = "off";

    /// <summary>Name of the voice; null: the best there is for the language.</summary>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    /// <summary>Factor by which the voice speaks faster (above 1) or slower, 0.7 to 1.5; default 1.</summary>
    [JsonPropertyName("speed")]
    public double Speed { get; init; } = 1;

    /// <summary>
    /// <see cref="NoMusic"/>, or a folder of tracks on the machine of the worker; null: there are <see cref="Tracks"/>, or music is
    /// composed.
    /// </summary>
    [JsonPropertyName("music")]
    public string? Music { get; init; }

    /// <summary>A person's own tracks, in the order in which they are played; null: none.</summary>
    [JsonPropertyName("tracks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OwnTrack>? Tracks { get; init; }
}

/// <summary>A piece of music that a person brought.</summary>
/// <param name="Name">Name of its file, for people.</param>
/// <param name="Key">Key in the object store, made of its content.</param>
public sealed record OwnTrack([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("key")] string Key);

/// <summary>Something of the source that the video does not carry.</summary>
/// <param name="Line">Where it stands in the source, counted from 1.</param>
/// <param name="What">It, or its beginning.</param>
/// <param name="Because">Why it is left out.</param>
public sealed record NotInVideo(
    [property: JsonPropertyName("line")] int Line,
    [property: JsonPropertyName("what")] string What,
    [property: JsonPropertyName("because")] string Because)
{
    /// <summary>Whether the length that was asked for has no room for it; default false.</summary>
    [JsonPropertyName("as_wished")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsWished { get; init; }
}

/// <summary>
/// What a workflow keeps of a story; the story itself is in the object store. The JSON names are those of <see cref="Story"/>, which
/// earlier releases kept whole.
/// </summary>
public sealed record StoryDigest : IMade
{
    /// <summary>Which version of the story in the object store; null in results of earlier releases.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    /// <inheritdoc cref="Story.Title"/>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <inheritdoc cref="Story.Language"/>
    [JsonPropertyName("language")]
    public string Language { get; init; } = "en";

    /// <inheritdoc cref="Story.Subject"/>
    [JsonPropertyName("subject")]
    public string Subject { get; init; } = "";

    /// <summary>The segments in playing order; at least one.</summary>
    [JsonPropertyName("segments")]
    public required IReadOnlyList<SegmentDigest> Segments { get; init; }

    /// <summary>Whether the director would write it otherwise after a critique; default no.</summary>
    [JsonPropertyName("can_revise"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CanRevise { get; init; }

    /// <inheritdoc/>
    [JsonPropertyName("found")]
    public bool Found { get; init; }

    /// <inheritdoc/>
    [JsonPropertyName("making")]
    public Making? Making { get; init; }

    /// <summary>The digest of a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="version">Its version in the object store.</param>
    public static StoryDigest Of(Story story, string version)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new StoryDigest
        {
            Version = version,
            Title = story.Title,
            Language = story.Language,
            Subject = story.Subject,
            Segments = [.. story.Segments.Select(segment => new SegmentDigest
            {
                Id = segment.Id,
                Kind = segment.Kind,
                Title = segment.Title,
                Duration = segment.Duration,
            })],
        };
    }
}

/// <summary>What a workflow keeps of a segment. The JSON names are those of <see cref="Segment"/>.</summary>
public sealed record SegmentDigest
{
    /// <inheritdoc cref="Segment.Id"/>
    [JsonPropertyName("segment_id")]
    public required string Id { get; init; }

    /// <inheritdoc cref="Segment.Kind"/>
    [JsonPropertyName("kind")]
    public required SegmentKind Kind { get; init; }

    /// <inheritdoc cref="Segment.Title"/>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <inheritdoc cref="Segment.Duration"/>
    [JsonPropertyName("duration")]
    public required double Duration { get; init; }
}

/// <summary>One narrated part of a video. The JSON names are those of <c>agent2/storyboard.json</c> (R-B2).</summary>
public sealed record Segment
{
    /// <summary>
    /// Identity within the video and part of its file names: <c>s01</c>, <c>s02</c>, … in the order of the lesson; one that is moved keeps
    /// it.
    /// </summary>
    [JsonPropertyName("segment_id")]
    public required string Id { get; init; }

    /// <summary>What the segment does for the story.</summary>
    [JsonPropertyName("kind")]
    public required SegmentKind Kind { get; init; }

    /// <summary>On-screen title, a few words.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>What is said, sentence by sentence; at least one.</summary>
    [JsonPropertyName("sentences")]
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    /// <summary>The sentences as one text, as the captions show them (R-B2).</summary>
    [JsonPropertyName("narration")]
    public string Narration => string.Join(' ', Sentences.Select(sentence => sentence.Text));

    /// <summary>What the picture shows, in words: the prompt of an image model. Nobody reads data out of it.</summary>
    [JsonPropertyName("visual_guidance")]
    public required string VisualGuidance { get; init; }

    /// <summary>Value of <see cref="GuidedBy"/> where a person said what is to be shown.</summary>
    public const string ByAPerson = "person";

    /// <summary>
    /// Who wrote <see cref="VisualGuidance"/>: a language model, or <see cref="ByAPerson"/>; null: it follows from the words.
    /// </summary>
    [JsonPropertyName("guided_by"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GuidedBy { get; init; }

    /// <summary>Short statements for the screen, in the order they are spoken of; may be empty.</summary>
    [JsonPropertyName("key_points")]
    public IReadOnlyList<string> KeyPoints { get; init; } = [];

    /// <summary>What the picture is built around; null: a scene with pictograms and key points.</summary>
    [JsonPropertyName("diagram")]
    public Diagram? Diagram { get; init; }

    /// <summary>Formulas within its texts, for a picture that can set them; empty in stories of earlier releases.</summary>
    [JsonPropertyName("formulas")]
    public IReadOnlyList<InlineFormula> Formulas { get; init; } = [];

    /// <summary>Name of the pictogram that a person chose for its picture; null: the illustrator chooses.</summary>
    [JsonPropertyName("pictogram"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pictogram { get; init; }

    /// <summary>Name of the voice that speaks it; null: the one of the story.</summary>
    [JsonPropertyName("voice"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Voice { get; init; }

    /// <summary>
    /// Key in the object store of a person's own recording of its sentences, which is heard in place of a voice; null: a voice speaks.
    /// </summary>
    [JsonPropertyName("recording"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Recording { get; init; }

    /// <summary>Fingerprint of the scene that it keeps, whatever becomes of the segments around it; null: it is drawn.</summary>
    [JsonPropertyName("drawn"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Drawn { get; init; }

    /// <summary>Which of its pictures the scene is; null: the first.</summary>
    [JsonPropertyName("take"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PictureTake? Take { get; init; }

    /// <summary>Which of its speeches is heard; null: the first.</summary>
    [JsonPropertyName("voice_take"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VoiceTake? VoiceTake { get; init; }

    /// <summary>What a person asked of this segment's picture, oldest first.</summary>
    [JsonPropertyName("feedback")]
    public IReadOnlyList<string> Feedback { get; init; } = [];

    /// <summary>Planned length in seconds, pauses included.</summary>
    [JsonPropertyName("duration")]
    public required double Duration { get; init; }

    /// <summary>The beat that it tells; null in a story without a shape.</summary>
    [JsonPropertyName("beat"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToldBeat? Beat { get; init; }

    /// <summary>Seconds that it stays at least, so that what it shows can be read; default 0.</summary>
    [JsonPropertyName("reading")]
    public double Reading { get; init; }
}

/// <summary>A formula within a text.</summary>
/// <param name="Plain">How it stands in the text, as a line of characters.</param>
/// <param name="Latex">How the lesson writes it, without its delimiters.</param>
public sealed record InlineFormula(
    [property: JsonPropertyName("plain")] string Plain,
    [property: JsonPropertyName("latex")] string Latex);

/// <summary>A sentence of the narration.</summary>
public sealed record Sentence
{
    /// <summary>As the source writes it: what captions and transcript show. Plain text without markup.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>As it is handed to the voice, where that differs: numbers, signs and formulas in words.</summary>
    [JsonPropertyName("spoken")]
    public string? Spoken { get; init; }

    /// <summary>Line of the source that it stands on, counted from 1; null when it stands in none.</summary>
    [JsonPropertyName("line")]
    public int? Line { get; init; }

    /// <summary>What the voice says.</summary>
    [JsonIgnore]
    public string Speech => Spoken ?? Text;
}

/// <summary>What a segment does for the story. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SegmentKind>))]
public enum SegmentKind
{
    /// <summary>Opens with the question the viewer is to care about.</summary>
    [JsonStringEnumMemberName("hook")] Hook,

    /// <summary>Explains one idea.</summary>
    [JsonStringEnumMemberName("concept")] Concept,

    /// <summary>Walks through steps, a cycle, a comparison or numbers.</summary>
    [JsonStringEnumMemberName("process")] Process,

    /// <summary>Says what to remember.</summary>
    [JsonStringEnumMemberName("conclusion")] Conclusion,
}
