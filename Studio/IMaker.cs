namespace TemporalVideo.Studio;

/// <summary>
/// Somebody who makes pieces of a video. What is made is named after its maker as well as after what it is made of: a piece that
/// another provider, model, voice or version of the code has made is not taken for one's own.
/// </summary>
public interface IMaker
{
    /// <summary>
    /// Provider, model and version, such as <c>motion/1</c> or <c>openai/gpt-image-1/1</c>. The version is raised with every change of
    /// the code after which the same request gives another result.
    /// </summary>
    string Identity { get; }
}
