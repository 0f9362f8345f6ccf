namespace TemporalVideo.Storage.Records.Generations;

/// <summary>
/// A row of the table <c>generations</c>: what was ordered, how far it is and what there is of it (R-C3, R-E7). Places in the object store
/// are keys; links to them are made when they are read. The columns of JSON are <c>jsonb</c> in PostgreSQL.
/// </summary>
public sealed class Generation
{
    /// <summary>Whose session; with the session it is the key.</summary>
    public required string UserId { get; init; }

    /// <summary>Which session.</summary>
    public required string SessionId { get; init; }

    /// <summary>How far it is: the JSON name of a <c>GenerationStage</c>.</summary>
    public string Status { get; set; } = "pending";

    /// <summary>The phase that it is in: the JSON name of a <c>VideoPhase</c>.</summary>
    public string CurrentStage { get; set; } = "planning";

    /// <summary>What was ordered, JSON.</summary>
    public string Spec { get; set; } = "{}";

    /// <summary>The configuration that it is made by, JSON.</summary>
    public string Config { get; set; } = "{}";

    /// <summary>What is said, a paragraph for each segment; null before there is a story.</summary>
    public string? StoryText { get; set; }

    /// <summary>Keys of the pictures that were brought or made for all scenes, a JSON array.</summary>
    public string ReferenceImages { get; set; } = "[]";

    /// <summary>The segments of the story, a JSON array.</summary>
    public string Scenes { get; set; } = "[]";

    /// <summary>Keys of the pictures of the scenes, a JSON array.</summary>
    public string StoryboardImages { get; set; } = "[]";

    /// <summary>Keys of the clips, a JSON array.</summary>
    public string VideoClips { get; set; } = "[]";

    /// <summary>What was brought of a brand, JSON.</summary>
    public string BrandAssets { get; set; } = "{}";

    /// <summary>Key of the joined clips before they have music; null before that.</summary>
    public string? StitchedKey { get; set; }

    /// <summary>Key of the video; null without one.</summary>
    public string? FinalKey { get; set; }

    /// <summary>Why there is none; null while it is made, and with one.</summary>
    public string? Error { get; set; }

    /// <summary>Number of beats of the story; 0 in a story without a shape.</summary>
    public int Beats { get; set; }

    /// <summary>Number of clips.</summary>
    public int Chunks { get; set; }

    /// <summary>What was charged in each phase, in US dollars, a JSON object.</summary>
    public string CostByPhase { get; set; } = "{}";

    /// <summary>What was charged in total, in US dollars.</summary>
    public decimal Cost { get; set; }

    /// <summary>How long it took, in seconds, the waiting for people included; null until it has ended.</summary>
    public double? GenerationSeconds { get; set; }

    /// <summary>When the latest run began, UTC.</summary>
    public required DateTime CreatedAt { get; set; }

    /// <summary>When the latest run ended, UTC; null until it has.</summary>
    public DateTime? CompletedAt { get; set; }
}
