using System.Reflection;
using NetArchTest.Rules;

namespace TemporalVideo.Architecture.Tests;

/// <summary>The directions between the rooms, as <c>docs/architecture.md</c> draws them.</summary>
public sealed class ArrowTests
{
    /// <summary>What each room may know of the others.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Arrows = new Dictionary<string, string[]>
    {
        ["Workflows"] = [],
        ["Studio"] = ["Workflows"],
        ["Storage"] = ["Workflows"],
        ["Hosting"] = ["Workflows", "Studio", "Storage"],
        ["Sessions"] = ["Workflows", "Studio", "Storage", "Hosting"],
        ["Web"] = ["Workflows", "Studio", "Storage", "Hosting", "Sessions"],
        ["Activities"] = ["Workflows", "Studio", "Storage"],
        ["Aws"] = ["Workflows", "Storage", "Studio"],
        ["OpenAi"] = ["Workflows", "Studio"],
        ["Worker"] = ["Workflows", "Activities", "Studio", "Storage", "Aws", "OpenAi", "Hosting"],
        ["DevServer"] = [],
        ["Starter"] = ["Workflows", "Studio", "Storage", "Hosting", "Sessions", "Worker", "Web", "DevServer"],
    };

    /// <summary>Packages that belong to some rooms alone.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Owners = new Dictionary<string, string[]>
    {
        ["Temporalio.Client"] = ["Activities", "Hosting", "Sessions", "Worker", "Web", "Starter"],
        ["Temporalio.Worker.TemporalWorker"] = ["Hosting", "Worker", "Starter"],
        ["Temporalio.Workflows"] = ["Workflows", "Hosting"],
        ["Temporalio.Activities"] = ["Workflows", "Activities", "Hosting", "Worker"],
        ["Microsoft.EntityFrameworkCore"] = ["Storage", "Hosting"],
        ["Npgsql"] = ["Storage"],
        ["OpenAI"] = ["OpenAi"],
        ["System.ClientModel"] = ["OpenAi", "Worker"],
        ["SkiaSharp"] = ["Studio"],
        ["FFMpegCore"] = ["Studio", "Hosting"],
        ["Grpc.AspNetCore"] = ["DevServer"],
    };

    public static TheoryData<string> Rooms => new(Arrows.Keys);

    public static TheoryData<string> Packages => new(Owners.Keys);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_LooksOnlyWhereItMay(string room)
    {
        var closed = Arrows.Keys.Except([room, .. Arrows[room]]).Select(NamespaceOf).ToArray();

        Offenders(room, closed).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_IsUsedOnlyByItsOwners(string package)
    {
        var offenders = Arrows.Keys.Except(Owners[package]).SelectMany(room => Offenders(room, package));

        offenders.Should().BeEmpty();
    }

    [Fact]
    public void Rooms_AllTypes_LieInTheNamespaceOfTheirRoom()
    {
        var strays = Arrows.Keys.SelectMany(room => Types.InAssembly(AssemblyOf(room)).That().ArePublic()
            .And().DoNotResideInNamespace(NamespaceOf(room)).GetTypes().Select(type => type.FullName));

        // The compiler puts top-level statements into a type of this name.
        strays.Where(name => name != "Program").Should().BeEmpty();
    }

    private static IEnumerable<string> Offenders(string room, params string[] forbidden) =>
        Types.InAssembly(AssemblyOf(room)).ShouldNot().HaveDependencyOnAny(forbidden).GetResult()
            .FailingTypes?.Select(type => $"{type.FullName}: {type.Explanation}") ?? [];

    private static Assembly AssemblyOf(string room) => Assembly.Load(room == "Starter" ? "starter" : NamespaceOf(room));

    private static string NamespaceOf(string room) => $"TemporalVideo.{room}";
}
