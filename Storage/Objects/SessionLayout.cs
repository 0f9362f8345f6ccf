using System.Globalization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Objects;

/// <summary>Where a session's objects lie: <c>scaffold_test/{user}/{session}/…</c> (R-A4).</summary>
/// <param name="session">The session.</param>
internal sealed class SessionLayout(SessionKey session)
{
    private readonly string _root = $"scaffold_test/{session.UserId}/{session.SessionId}";

    /// <summary>What all keys of the session begin with.</summary>
    public string Root => $"{_root}/";

    /// <summary>The key that one of this session has in another session; a key of neither stays as it is.</summary>
    /// <param name="key">The key.</param>
    /// <param name="other">The other session.</param>
    public string Moved(string key, SessionLayout other) =>
        key.StartsWith(Root, StringComparison.Ordinal) ? other.Root + key[Root.Length..] : key;

    /// <summary>The key that a file which a person brought to any session of the user has here: forks take such files along.</summary>
    /// <param name="key">Its key there; what is no key of the user's sessions stays as it is.</param>
    public string Own(string key) =>
        key.Split('/', 4) is ["scaffold_test", var user, _, var name] && user == session.UserId ? $"{_root}/{name}" : key;

    public string Timestamp => $"{_root}/timestamp.json";

    /// <summary>What the video is to be about, as the person gave it.</summary>
    public string Source => $"{_root}/source.md";

    /// <summary>The pictures that lie beside the lesson.</summary>
    public string LessonPictures => $"{_root}/lesson/";

    /// <summary>The pictures that were painted for the scenes to keep to.</summary>
    public string References => $"{_root}/references/";

    /// <summary>The tracks that a person brought as music.</summary>
    public string Tracks => $"{_root}/tracks/";

    /// <summary>What a person has recorded in place of voices.</summary>
    public string Recordings => $"{_root}/recordings/";

    /// <summary>All versions of the story.</summary>
    public string Stories => $"{_root}/stories/";

    /// <summary>Pictures of segments that are not shown now.</summary>
    public string Takes => $"{_root}/takes/";

    public string Agent2 => $"{_root}/agent2/";

    public string Agent4 => $"{_root}/agent4/";

    public string Agent5 => $"{_root}/agent5/";

    public string Storyboard => $"{_root}/agent2/storyboard.json";

    public string Timing => $"{_root}/agent4/timing.json";

    /// <summary>When the segments that a fork leaves as they are are said.</summary>
    public string KeptTiming => $"{_root}/fork/timing.json";

    public string Music => $"{_root}/agent4/music.wav";

    public string Stitched => $"{_root}/agent5/stitched.mp4";

    /// <summary>What a service in the bucket works with while it joins the clips.</summary>
    public string StitchJobs => $"{_root}/agent5/stitching/";

    /// <summary>The orders of that service.</summary>
    public string StitchOrder => $"{StitchJobs}order.json";

    /// <summary>A picture that it fades through.</summary>
    public string StitchBlack => $"{StitchJobs}black.png";

    /// <summary>What it writes; named for what it is made of, so that no late job overwrites another's.</summary>
    public string StitchOutput(string name) => $"{StitchJobs}{name}.mp4";

    public string Final => $"{_root}/agent5/final.mp4";

    public string Srt => $"{_root}/agent5/final.srt";

    public string Vtt => $"{_root}/agent5/final.vtt";

    public string Measurements => $"{_root}/agent5/measurements.json";

    /// <summary>A picture of the lesson; its name is made of its content.</summary>
    public string LessonPicture(string name) => $"{LessonPictures}{name}";

    /// <summary>A person's track; its name is made of its content.</summary>
    public string Track(string name) => $"{Tracks}{name}";

    /// <summary>A person's recording; its name is made of its content.</summary>
    public string Recording(string name) => $"{Recordings}{name}";

    /// <summary>One version of the story; it never changes.</summary>
    public string Story(string version) => $"{Stories}{version.Replace(':', '-')}.json";

    public string Scene(string segmentId) => $"{_root}/agent2/{segmentId}/scene.json";

    /// <summary>The pictures of a segment that are not shown now.</summary>
    public string TakesOf(string segmentId) => $"{Takes}{segmentId}/";

    /// <summary>One of them: the document of a scene, with its files beside it as those of <see cref="Scene"/>.</summary>
    public string Take(string segmentId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{TakesOf(segmentId)}{number}/scene.json");

    /// <summary>The picture of a segment: the scene that is shown, or one of those that are not.</summary>
    public string Take(string segmentId, int number, bool shown) => shown ? Scene(segmentId) : Take(segmentId, number);

    public string Sentences(string segmentId) => $"{_root}/agent4/{segmentId}/sentences.json";

    public string Narration(string segmentId) => $"{_root}/agent4/{segmentId}.wav";

    public string Image(string segmentId) => $"{_root}/agent5/{segmentId}_image.png";

    /// <summary>Moving pictures that a service has made of a scene's painting.</summary>
    public string Footage(string segmentId) => $"{_root}/agent5/footage/{segmentId}.mp4";

    /// <summary>Agent6's clip before it has its narration.</summary>
    public string SilentClip(string segmentId) => $"{_root}/agent5/silent/{segmentId}_clip.mp4";

    /// <summary>A clip: Agent5's lie in a folder of their own, Agent6's have the name that R-B4 gives them.</summary>
    public string Clip(AgentName agent, string segmentId) =>
        agent == AgentName.Agent6 ? $"{_root}/agent5/{segmentId}_clip.mp4" : $"{_root}/agent5/clips/{segmentId}.mp4";

    /// <summary>Whether a key is that of a clip that is part of the video.</summary>
    public bool IsClip(string key) =>
        key.StartsWith($"{_root}/agent5/clips/", StringComparison.Ordinal)
        || (key.EndsWith("_clip.mp4", StringComparison.Ordinal) && !key.StartsWith($"{_root}/agent5/silent/", StringComparison.Ordinal));

    /// <summary>Whether a key is that of a picture.</summary>
    public static bool IsPicture(string key) => key.EndsWith(".png", StringComparison.Ordinal);
}
