using TemporalVideo.Storage.Records.Jobs;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>What the versions of templates that people write promise, in every database.</summary>
public abstract partial class VideoSessionsContract
{
    [SkippableFact]
    public async Task Template_WrittenByManyAtOnce_IsTakenFromOneOfThem()
    {
        Require();
        await using var another = Bench.Another();
        await Bench.Templates.SaveAsync("shared", "a file", TemplateOrigins.File, default);
        var writers = Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? Bench : another).Templates);

        var added = await Task.WhenAll(writers.Select((templates, number) =>
            Task.Run(() => templates.AddAsync("shared", $"text {number}", TemplateOrigins.OfPerson("file"), 1, default))));

        var won = added.Should().ContainSingle(row => row != null).Subject!;
        won.Version.Should().Be(2);
        (await Bench.Templates.VersionsAsync("shared", default)).Select(each => (each.Version, each.Hash == won.Hash, each.IsPersons))
            .Should().Equal((2, true, true), (1, false, false));
        (await Bench.Templates.AddAsync("shared", "late", "eva", 1, default)).Should().BeNull();
        (await Bench.Templates.AddAsync("shared", "next", "eva", 2, default))!.Version.Should().Be(3);
        (await Bench.Templates.AddAsync("alone", "first", "eva", 0, default))!.Version.Should().Be(1);
    }
}
