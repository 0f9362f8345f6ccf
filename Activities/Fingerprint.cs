using System.Security.Cryptography;
using System.Text.Json;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities;

/// <summary>
/// Names what a piece is made of and who makes it, so that one made of the same by the same is found again, and no other is taken for it.
/// </summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of a piece.</summary>
    /// <param name="kind">What it is; letters only.</param>
    /// <param name="maker">Who makes it: the identity of a provider, or the version of the code.</param>
    /// <param name="parts">Everything that its content depends on.</param>
    public static string Of(string kind, string maker, params object?[] parts) =>
        $"{kind}:{Hash(JsonSerializer.SerializeToUtf8Bytes(parts.Prepend(maker).ToArray()))}";

    /// <summary>The part of a fingerprint that can be part of a key.</summary>
    public static string KeyPart(string fingerprint) => fingerprint[(fingerprint.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The fingerprint of a picture: its segment, and of the other segments only what gives the video its common look.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="maker">Who makes it.</param>
    /// <param name="story">The story.</param>
    /// <param name="index">Which segment.</param>
    /// <param name="references">Pictures that it keeps to.</param>
    public static string OfPicture(
        string kind, string maker, Story story, int index, params IEnumerable<ShelvedPicture> references) => Of(
        kind,
        maker,
        story.Title,
        story.Language,
        story.Subject,
        story.Size,
        story.Segments[index],
        index,
        ContentOfPicture(story.Segments[index]),
        (string[])
        [
            .. story.Segments.Select(Look),
            .. story.Look is null ? [] : Common(story.Look),
            .. references.Select(picture => picture.Content),
            .. story.Logo is { } logo ? [$"logo {logo}"] : (string[])[],
            .. StoryFonts.Missing(story.Segments[index], story.Language) is { Count: > 0 } missing
                ? [$"undrawn {string.Concat(missing.SelectMany(each => each.Characters))}"] : (string[])[],
        ]);

    private static IEnumerable<string> Common(StoryLook look) => look.Recurring.Prepend(look.Style);

    /// <summary>What of a segment decides how it is laid out, and so how its neighbours are.</summary>
    private static string Look(Segment segment) =>
        $"{segment.Id} {segment.Kind} {segment.Diagram?.Kind} {segment.KeyPoints.Count} {segment.Title}";

    /// <summary>
    /// What is in the picture that the segment shows, where it lies in a folder and may be changed under the same name; a key of the store
    /// names its content.
    /// </summary>
    private static string ContentOfPicture(Segment segment) =>
        segment.Diagram?.Picture is { } file && File.Exists(file) ? Hash(File.ReadAllBytes(file)) : "";

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}
