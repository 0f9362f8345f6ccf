namespace TemporalVideo.DevServer.WebUi;

/// <summary>Marks the connections to the Web UI's port.</summary>
internal sealed class WebUiPort
{
    public static readonly WebUiPort Instance = new();
}
