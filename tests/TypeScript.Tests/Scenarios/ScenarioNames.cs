using TemporalVideo.TypeScript.Tests.Servers;

namespace TemporalVideo.TypeScript.Tests.Scenarios;

/// <summary>Every scenario, with the worker of each language that can play it.</summary>
public sealed class ScenarioNames : TheoryData<Language, string>
{
    public ScenarioNames()
    {
        foreach (var on in Enum.GetValues<Language>())
        {
            foreach (var name in Reference.Names(on))
            {
                Add(on, name);
            }
        }
    }
}
