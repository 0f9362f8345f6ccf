using Temporalio.Activities;

namespace TemporalVideo.DevServer.Host.Load;

/// <summary>The load's one activity.</summary>
/// <param name="effects">Where it leaves its side effect.</param>
public sealed class LoadActivities(LoadEffects effects)
{
    /// <summary>Leaves its key as side effect and gives it back.</summary>
    [Activity]
    public string Touch(string key)
    {
        effects.Add(key);
        return key;
    }
}
