using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Objects;

public sealed class FolderObjectStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-test-");
    private readonly DirectoryInfo _other = Directory.CreateTempSubdirectory("store-test-");
    private readonly IObjectStore _store;

    public FolderObjectStoreTests()
    {
        var services = new ServiceCollection().AddFolderObjectStore();
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = _folder.FullName);
        _store = services.BuildServiceProvider().GetRequiredService<IObjectStore>();
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _other.Delete(recursive: true);
    }

    [Fact]
    public async Task PutAsync_NewKey_IsFoundWithSizeAndFingerprint()
    {
        await _store.PutAsync("a/b.txt", Bytes("hello"), Tags("f1"), default);

        (await _store.FindAsync("a/b.txt", default)).Should().Be(new StoredObject("a/b.txt", 5, Tags("f1")));
        (await TextAsync("a/b.txt")).Should().Be("hello");
    }

    [Fact]
    public async Task PutAsync_ExistingKey_ReplacesContentAndFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await _store.PutAsync("k", Bytes("other"), ObjectTags.None, default);

        (await _store.FindAsync("k", default)).Should().Be(new StoredObject("k", 5, ObjectTags.None));
    }

    [Fact]
    public async Task PutAsync_FailingSource_LeavesTheOldObjectAndNoTrace()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);

        var put = () => _store.PutAsync("k", Path.Combine(_folder.FullName, "missing"), Tags("f2"), default);

        await put.Should().ThrowAsync<FileNotFoundException>();
        (await _store.FindAsync("k", default)).Should().Be(new StoredObject("k", 3, Tags("f1")));
        _folder.GetFiles().Should().ContainSingle();
    }

    [Fact]
    public async Task PutAsync_UnfinishedCopies_DeletesWhatNobodyWrites()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "k.1.unfinished"), "left by a killed process");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "other.1.unfinished"), "of another key");
        await using var held =
            new FileStream(Path.Combine(_folder.FullName, "k.2.unfinished"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        await _store.PutAsync("k", Bytes("one"), ObjectTags.None, default);

        _folder.GetFiles().Select(file => file.Name).Should().BeEquivalentTo("k", "k.2.unfinished", "other.1.unfinished");
    }

    [Fact]
    public async Task PutAsync_Cancelled_StoresNothing()
    {
        var put = () => _store.PutAsync("k", Bytes("one"), ObjectTags.None, new CancellationToken(canceled: true));

        await put.Should().ThrowAsync<OperationCanceledException>();
        _folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public async Task FindAsync_ObjectChangedBehindItsFingerprint_DoesNotTrustTheFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "k"), "changed");

        (await _store.FindAsync("k", default))!.Tags.Should().Be(ObjectTags.None);
    }

    [Fact]
    public async Task FetchAsync_ReplacedAfterwards_KeepsContentAndTagsOfOneState()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);

        var fetched = await _store.FetchAsync("k", _other.FullName, default);
        await _store.PutAsync("k", Bytes("two"), Tags("f2"), default);

        fetched.Object.Tags.Fingerprint.Should().Be("f1");
        (await File.ReadAllTextAsync(fetched.Path)).Should().Be("one");
    }

    [Fact]
    public async Task FetchAsync_WhileAnotherPuts_NeverGivesTagsOfAnotherContent()
    {
        await _store.PutAsync("k", Bytes("0"), Tags("0"), default);
        using var stop = new CancellationTokenSource();
        var putting = Task.Run(async () =>
        {
            for (var i = 1; !stop.IsCancellationRequested; i++)
            {
                await _store.PutAsync("k", Bytes($"{i % 10}"), Tags($"{i % 10}"), default);
            }
        });

        for (var i = 0; i < 200; i++)
        {
            var fetched = await _store.FetchAsync("k", _other.FullName, default);
            var read = await _store.ReadAsync("k", default);
            (await File.ReadAllTextAsync(fetched.Path)).Should().Be(fetched.Object.Tags.Fingerprint);
            Encoding.UTF8.GetString(read.Bytes.Span).Should().Be(read.Object.Tags.Fingerprint);
        }

        await stop.CancelAsync();
        await putting;
    }

    [Fact]
    public async Task PutAsync_DiedBeforeTheRename_LeavesTheOldObjectWithItsTags()
    {
        await _store.PutAsync("k", Bytes("old"), Tags("f1"), default);
        var before = Path.Combine(_folder.FullName, "before");
        File.Copy(Path.Combine(_folder.FullName, "k"), before);
        File.SetLastWriteTimeUtc(before, File.GetLastWriteTimeUtc(Path.Combine(_folder.FullName, "k")));
        await _store.PutAsync("k", Bytes("new"), Tags("f2"), default);

        File.Move(before, Path.Combine(_folder.FullName, "k"), overwrite: true);

        (await _store.FindAsync("k", default))!.Tags.Should().Be(Tags("f1"));
    }

    [Fact]
    public async Task ListAsync_Prefix_GivesItsKeysInOrderAndNothingUnfinished()
    {
        foreach (var key in new[] { "s/agent2/b", "s/agent2/a", "s/agent2/sub/c", "s/agent20/d", "s/agent4/e" })
        {
            await _store.PutAsync(key, Bytes("x"), Tags("f"), default);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "s", "agent2", "a.0.unfinished"), "half");

        var keys = (await _store.ListAsync("s/agent2/", default)).Select(item => item.Key);

        keys.Should().Equal("s/agent2/a", "s/agent2/b", "s/agent2/sub/c");
    }

    [Fact]
    public async Task ListAsync_NothingThere_IsEmpty() => (await _store.ListAsync("nobody/", default)).Should().BeEmpty();

    [Fact]
    public async Task FetchAsync_Missing_SaysWhichKey()
    {
        var fetch = () => _store.FetchAsync("a/missing.txt", _other.FullName, default);

        (await fetch.Should().ThrowAsync<ObjectMissingException>()).Which.Key.Should().Be("a/missing.txt");
    }

    [Fact]
    public async Task DeleteAsync_Twice_RemovesObjectAndFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await _store.DeleteAsync("k", default);
        await _store.DeleteAsync("k", default);

        (await _store.FindAsync("k", default)).Should().BeNull();
        _folder.GetFiles("*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData(".tags/a")]
    [InlineData("a\\b")]
    public async Task PutAsync_KeyThatLeavesTheStore_IsRefused(string key)
    {
        var put = () => _store.PutAsync(key, Bytes("x"), ObjectTags.None, default);

        await put.Should().ThrowAsync<ArgumentException>();
    }

    private async Task<string> TextAsync(string key) => Encoding.UTF8.GetString((await _store.ReadAsync(key, default)).Bytes.Span);

    private static ObjectTags Tags(string fingerprint) => new(fingerprint, new Making("run/1", 0.04m));

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
