using System.Text.Json.Nodes;
using TemporalVideo.TypeScript.Tests.Scenarios;
using TemporalVideo.TypeScript.Tests.Servers;

namespace TemporalVideo.TypeScript.Tests;

/// <summary>The official client and the workers of both languages go through every scenario on both servers.</summary>
public abstract class ScenarioTests(TypeScriptServer server)
{
    [Collection(TypeScriptServers.Name)]
    public sealed class OnRealServer(TypeScriptServers.Real server) : ScenarioTests(server);

    [Collection(TypeScriptServers.Name)]
    public sealed class OnEmbeddedServer(TypeScriptServers.Embedded server) : ScenarioTests(server);

    [SkippableTheory]
    [ClassData(typeof(ScenarioNames))]
    public async Task C195_Scenario_HasItsResultAndHistory(Language on, string name)
    {
        var scenario = Reference.Of(name);

        var recording = await server.PlayAsync(name, on);

        JsonNode.DeepEquals(JsonNode.Parse(recording.Result), JsonNode.Parse(scenario.Result)).Should().BeTrue("{0} should be {1}", recording.Result, scenario.Result);
        if (scenario.Events is not null)
        {
            recording.Types.Should().Equal(Shorthand.Read(scenario.Events));
        }
    }
}
