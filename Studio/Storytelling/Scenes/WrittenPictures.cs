namespace TemporalVideo.Studio.Storytelling.Scenes;

/// <summary>What pictures have in common, as a language model describes it.</summary>
/// <param name="Style">Technique, light, colours, mood.</param>
/// <param name="Recurring">What is seen again.</param>
internal sealed record DescribedLook(string Style, IReadOnlyList<RecurringThing> Recurring);

/// <summary>Somebody or something that is seen again.</summary>
/// <param name="Name">Who or what.</param>
/// <param name="Looks">What makes it known again.</param>
internal sealed record RecurringThing(string Name, string Looks);

/// <summary>Scenes as a language model writes them; the property names are those of the answer's form.</summary>
/// <param name="Scenes">Those that were asked for.</param>
internal sealed record WrittenPictures(IReadOnlyList<WrittenPicture> Scenes);

/// <summary>A scene in words.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Picture">What is seen.</param>
/// <param name="OnScreen">Short texts that stand in the picture, in the order in which they are said.</param>
internal sealed record WrittenPicture(string Id, string Picture, IReadOnlyList<string> OnScreen);

/// <summary>Scenes as a language model judges them.</summary>
/// <param name="Scenes">All scenes.</param>
internal sealed record JudgedPictures(IReadOnlyList<JudgedPicture> Scenes);

/// <summary>What a scene is worth.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Remark">What to show instead; empty for a good one.</param>
internal sealed record JudgedPicture(string Id, int Score, string Remark);

/// <summary>Scenes that are made to fit.</summary>
/// <param name="Score">How well they fitted before, 0 to 100.</param>
/// <param name="Rewritten">Those that broke with the others.</param>
internal sealed record FittedPictures(int Score, IReadOnlyList<FittedPicture> Rewritten);

/// <summary>A scene that fits.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Picture">What is seen.</param>
internal sealed record FittedPicture(string Id, string Picture);
