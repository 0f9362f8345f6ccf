using System.Net;
using System.Net.Sockets;
using TemporalVideo.DevServer;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Tests.Engine;

/// <summary>One server per data file: started by who needs it, found by the next, never another's.</summary>
public sealed class ServerSearchTests
{
    [Fact]
    public async Task Command_Ended_LeavesItsServerToTheNext()
    {
        using var folder = new ServerFolder();

        var first = await folder.RunAsync("list");
        var server = folder.Living!;
        var second = await folder.RunAsync("list");

        (first.Code, second.Code).Should().Be((0, 0), "{0}{1}", first.Errors, second.Errors);
        folder.Living.Should().Be(server);
        folder.Servers().Should().Equal(server.ProcessId);
        SessionOf(server.ProcessId).Should().Be(server.ProcessId, "what the terminal sends to the command must not reach the server");
    }

    [Fact]
    public async Task Commands_StartedAtTheSameMoment_EndUpOnOneServer()
    {
        using var folder = new ServerFolder();

        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => folder.RunAsync("list")));

        ends.Should().OnlyContain(end => end.Code == 0, "{0}", string.Concat(ends.Select(end => end.Errors)));
        var server = folder.Living!.ProcessId;
        await ServerFolder.UntilAsync(() => folder.Servers().SequenceEqual([server]));
    }

    [Fact]
    public async Task Server_UnusedForAWhile_EndsAndLeavesNoRecord()
    {
        using var folder = new ServerFolder(idleSeconds: 3);
        (await folder.RunAsync("list")).Code.Should().Be(0);

        await ServerFolder.UntilAsync(() => folder.Servers().Count == 0);

        DataFileLock.IsHeld(folder.DataFile).Should().BeFalse();
        ServerRecord.Read(folder.DataFile).Should().BeNull();
        (await folder.RunAsync("list")).Code.Should().Be(0, "the next command starts another");
    }

    [Fact]
    public async Task Connect_ServerKilled_StartsAnotherOnTheSameDataAndPort()
    {
        using var folder = new ServerFolder();
        await (await StartAsync(folder)).DisposeAsync();
        var killed = folder.Living!;

        await folder.KillServerAsync();
        await using var engine = await StartAsync(folder);

        folder.Living.Should().BeEquivalentTo(new { killed.Address, killed.WebUi, killed.ClusterId })
            .And.NotBeEquivalentTo(new { killed.ProcessId });
    }

    [Fact]
    public async Task Connection_ServerKilledMeanwhile_GoesOnByItself()
    {
        using var folder = new ServerFolder();
        await using var engine = await StartAsync(folder);

        await folder.KillServerAsync();
        await ServerFolder.UntilAsync(() => folder.Living is not null);

        (await ServerIdentity.AskAsync(engine.Client, default)).Should().Be(folder.Living!.ClusterId);
    }

    [Fact]
    public async Task Connect_TwoDataFiles_HaveServersOfTheirOwnSideBySide()
    {
        using var one = new ServerFolder();
        using var other = new ServerFolder();

        await using var first = await StartAsync(one);
        await using var second = await StartAsync(other);

        other.Living!.Address.Should().NotBe(one.Living!.Address);
        other.Living.WebUi.Should().NotBe(one.Living.WebUi);
        (await ServerIdentity.AskAsync(second.Client, default)).Should().NotBe(await ServerIdentity.AskAsync(first.Client, default));
    }

    [Fact]
    public async Task Connect_CopyOfAServedFolder_StartsItsOwnServer()
    {
        using var served = new ServerFolder();
        using var copy = new ServerFolder();
        await using var first = await StartAsync(served);
        Directory.CreateDirectory(Path.GetDirectoryName(copy.DataFile)!);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(served.DataFile)!).Where(file => file != served.DataFile + ".lock"))
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(copy.DataFile)!, Path.GetFileName(file)));
        }

        await using var second = await StartAsync(copy);

        copy.Living!.ProcessId.Should().NotBe(served.Living!.ProcessId);
        copy.Living.Address.Should().NotBe(served.Living.Address);
    }

    [Fact]
    public async Task Connect_AnotherServerAnswersAtTheRecordedPlace_IsRefused()
    {
        using var folder = new ServerFolder();
        using var stranger = new ServerFolder();
        await using var strange = await StartAsync(stranger);
        Directory.CreateDirectory(Path.GetDirectoryName(folder.DataFile)!);
        using var held = await DataFileLock.TakeAsync(folder.DataFile);
        await File.WriteAllTextAsync(
            folder.DataFile + ".server", $$"""{"ProcessId":1,"Address":"{{stranger.Living!.Address}}","ClusterId":"another"}""");

        var refused = await FluentActions.Awaiting(() => StartAsync(folder)).Should().ThrowAsync<StarterException>();

        refused.WithMessage($"At {stranger.Living.Address} answers the server of another data file, not that of {folder.DataFile}*")
            .Which.ExitCode.Should().Be(ExitCodes.Unreachable);
    }

    [Fact]
    public async Task Connect_PortAskedForIsAnotherServers_SaysSo()
    {
        using var stranger = new ServerFolder();
        await using var strange = await StartAsync(stranger);
        var taken = stranger.Living!.Address;
        using var folder = new ServerFolder(port: taken.Split(':')[1]);

        var end = await folder.RunAsync("list");

        end.Code.Should().Be(ExitCodes.Unreachable);
        end.Errors.Should().Contain("address already in use")
            .And.Contain($"The Temporal server at {taken} has another data file than {folder.DataFile}.");
    }

    [Fact]
    public async Task Connect_PortAskedForIsTaken_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var folder = new ServerFolder(port: $"{((IPEndPoint)taken.LocalEndpoint).Port}");

        var end = await folder.RunAsync("list");

        end.Code.Should().Be(ExitCodes.Unreachable);
        end.Errors.Should().Contain("address already in use").And.Contain("temporal-dev.yaml").And.NotContain("another data file");
    }

    [Fact]
    public async Task Connect_DataFileOfAnotherProgram_SaysSoAndLeavesItAlone()
    {
        using var folder = new ServerFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.DataFile)!);
        await File.WriteAllTextAsync(folder.DataFile, new string('x', 5000));

        var end = await folder.RunAsync("list");

        end.Code.Should().Be(ExitCodes.Unreachable);
        end.Errors.Should().Contain($"The data file {folder.DataFile} cannot be opened").And.Contain("file is not a database");
        (await File.ReadAllTextAsync(folder.DataFile)).Should().Be(new string('x', 5000));
    }

    [Fact]
    public async Task DevServer_DataFileIsServed_SaysByWhom()
    {
        using var folder = new ServerFolder();
        await using var engine = await StartAsync(folder);

        var end = await folder.RunAsync("dev-server");

        end.Code.Should().Be(ExitCodes.Unreachable);
        end.Errors.Should().Contain(
            $"{folder.DataFile} is served by another process ({folder.Living!.ProcessId}, at {folder.Living.Address})");
    }

    [Fact]
    public async Task Connect_AnotherNamespace_MakesItOnTheLivingServer()
    {
        using var folder = new ServerFolder();
        await using var first = await StartAsync(folder);

        var end = await folder.RunAsync("list", "--namespace", "films");

        end.Code.Should().Be(0, end.Errors);
    }

    private static Task<EngineConnection> StartAsync(ServerFolder folder) => EngineConnection.OpenAsync(folder.Configuration);

    private static int SessionOf(int process) => int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ')[3]);
}
