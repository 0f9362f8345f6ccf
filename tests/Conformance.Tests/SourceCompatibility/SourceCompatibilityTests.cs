using System.Reflection;
using Temporalio.Client;
using Temporalio.Extensions.Hosting;
using Temporalio.Testing;

namespace TemporalVideo.Conformance.Tests.SourceCompatibility;

/// <summary>The document says of every type and member whether the official package has it, and the application uses only what it has.</summary>
public sealed class SourceCompatibilityTests
{
    private static readonly Assembly[] Ours = [typeof(TemporalClient).Assembly, typeof(WorkflowEnvironment).Assembly, typeof(TemporalWorkerService).Assembly];
    private static readonly CompatibilityTable Table = CompatibilityTable.Read();

    public static TheoryData<string> Application => ["TemporalVideo.Workflows", "TemporalVideo.Activities", "TemporalVideo.Worker", "starter"];

    [Fact]
    public void Document_NamesEveryPublicTypeAndMember()
    {
        foreach (var type in Ours.SelectMany(assembly => assembly.GetExportedTypes()))
        {
            Table.Types.Should().ContainKey(type.FullName!, "every public type is official or an addition");
            var row = Table.Types[type.FullName!];
            if (!row.HasAllOfficial)
            {
                PublicSurface.Members(type).Should().BeEquivalentTo(row.Official.Union(row.OnlyHere), "of {0}", type);
            }
        }
    }

    [Fact]
    public void Document_NamesNothingThatIsNotHere()
    {
        var types = Ours.SelectMany(assembly => assembly.GetExportedTypes()).ToDictionary(type => type.FullName!);
        foreach (var (name, row) in Table.Types)
        {
            types.ContainsKey(name).Should().Be(!row.IsMissing, "{0} is said to be {1}", name, row.IsMissing ? "missing" : "here");
            if (!row.IsMissing)
            {
                PublicSurface.Members(types[name]).Should().NotIntersectWith(row.Missing, "of {0}", name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Application))]
    public void Application_UsesOnlyWhatTheOfficialPackageHas(string assembly)
    {
        var used = ApplicationReferences.Members(PathOf(assembly)).Where(reference => IsOfSdk(reference.Type)).ToList();

        used.Should().NotBeEmpty();
        used.Should().AllSatisfy(reference => IsOfficial(reference.Type, reference.Member).Should().BeTrue("{0}.{1} should be official", reference.Type, reference.Member));
    }

    [Theory]
    [InlineData("TemporalVideo.Workflows")]
    [InlineData("TemporalVideo.Activities")]
    [InlineData("TemporalVideo.Worker")]
    public void Application_RefersToNothingElseOfTheEngine(string assembly) =>
        ApplicationReferences.Assemblies(PathOf(assembly)).Should().NotContain(["TemporalVideo.Grpc", "TemporalVideo.DevServer", "Temporalio.Testing"]);

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");

    /// <summary>The API's messages are made from the same files in the official package.</summary>
    private static bool IsOfSdk(string type) =>
        (type.StartsWith("Temporalio.", StringComparison.Ordinal) && !type.StartsWith("Temporalio.Api.", StringComparison.Ordinal))
        || type.StartsWith("Microsoft.Extensions.DependencyInjection.Temporal", StringComparison.Ordinal);

    private static bool IsOfficial(string type, string member) =>
        Table.Types.TryGetValue(type, out var row) && (row.HasAllOfficial || row.Official.Contains(member));
}
