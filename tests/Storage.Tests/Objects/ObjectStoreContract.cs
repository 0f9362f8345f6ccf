using System.Text;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Objects;

/// <summary>What every object store keeps to.</summary>
public abstract class ObjectStoreContract : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-test-");

    /// <summary>
    /// An empty store. Skips the test where there is none: taken before anything is expected to fail, so that the skip is not taken for it.
    /// </summary>
    protected abstract IObjectStore Store { get; }

    /// <summary>Whether what stands behind the store may show new content for a moment without any tags.</summary>
    protected virtual bool ShowsContentBeforeTags => false;

    /// <summary>Where a test may write.</summary>
    protected string Folder => _folder.FullName;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    [SkippableFact]
    public async Task ReadIfThereAsync_NoObject_IsNullAndAnEmptyOneIsEmpty()
    {
        await Store.PutAsync("a/empty.txt", Bytes(""), Tags("f1"), default);

        (await Store.ReadIfThereAsync("a/none.txt", default)).HasValue.Should().BeFalse();
        (await Store.ReadIfThereAsync("a/empty.txt", default))!.Value.Length.Should().Be(0);
    }

    [SkippableFact]
    public async Task PutAsync_NewKey_IsFoundWithSizeAndFingerprint()
    {
        await Store.PutAsync("a/b.txt", Bytes("hello"), Tags("f1"), default);

        (await Store.FindAsync("a/b.txt", default)).Should().Be(new StoredObject("a/b.txt", 5, Tags("f1")));
        (await TextAsync("a/b.txt")).Should().Be("hello");
    }

    [SkippableFact]
    public async Task PutAsync_ExistingKey_ReplacesContentAndFingerprint()
    {
        await Store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await Store.PutAsync("k", Bytes("other"), ObjectTags.None, default);

        (await Store.FindAsync("k", default)).Should().Be(new StoredObject("k", 5, ObjectTags.None));
    }

    [SkippableFact]
    public async Task FetchAsync_ReplacedAfterwards_KeepsContentAndTagsOfOneState()
    {
        await Store.PutAsync("k", Bytes("one"), Tags("f1"), default);

        var fetched = await Store.FetchAsync("k", Folder, default);
        await Store.PutAsync("k", Bytes("two"), Tags("f2"), default);

        fetched.Object.Tags.Fingerprint.Should().Be("f1");
        (await File.ReadAllTextAsync(fetched.Path)).Should().Be("one");
    }

    [SkippableFact]
    public async Task FetchAsync_WhileAnotherPuts_NeverGivesTagsOfAnotherContent()
    {
        await Store.PutAsync("k", Bytes("0"), Tags("0"), default);
        using var stop = new CancellationTokenSource();
        var putting = Task.Run(async () =>
        {
            for (var i = 1; !stop.IsCancellationRequested; i++)
            {
                await Store.PutAsync("k", Bytes($"{i % 10}"), Tags($"{i % 10}"), default);
            }
        });

        for (var i = 0; i < 200; i++)
        {
            var fetched = await Store.FetchAsync("k", Folder, default);
            var read = await Store.ReadAsync("k", default);
            ShouldBeOfOneState(await File.ReadAllTextAsync(fetched.Path), fetched.Object.Tags);
            ShouldBeOfOneState(Encoding.UTF8.GetString(read.Bytes.Span), read.Object.Tags);
        }

        await stop.CancelAsync();
        await putting;
    }

    private void ShouldBeOfOneState(string content, ObjectTags tags)
    {
        if (!ShowsContentBeforeTags || tags != ObjectTags.None)
        {
            tags.Fingerprint.Should().Be(content);
        }
    }

    [SkippableFact]
    public async Task ListAsync_NothingThere_IsEmpty() => (await Store.ListAsync("nobody/", default)).Should().BeEmpty();

    [SkippableFact]
    public async Task FetchAsync_Missing_SaysWhichKey()
    {
        var store = Store;
        var fetch = () => store.FetchAsync("a/missing.txt", Folder, default);

        (await fetch.Should().ThrowAsync<ObjectMissingException>()).Which.Key.Should().Be("a/missing.txt");
    }

    [SkippableFact]
    public async Task PutAsync_FileOfSeveralParts_ComesBackWholeWithItsTags()
    {
        var file = Path.Combine(Folder, "big.bin");
        var bytes = new byte[(11 << 20) + 7];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(file, bytes);

        await Store.PutAsync("s/big.bin", file, Tags("f1"), default);

        var fetched = await Store.FetchAsync("s/big.bin", Directory.CreateDirectory(Path.Combine(Folder, "in")).FullName, default);
        fetched.Object.Should().Be(new StoredObject("s/big.bin", bytes.Length, Tags("f1")));
        (await File.ReadAllBytesAsync(fetched.Path)).AsSpan().SequenceEqual(bytes).Should().BeTrue();
    }

    [SkippableFact]
    public async Task PutAsync_TagsOfAnyText_AreFoundAsTheyWerePut()
    {
        var tags = new ObjectTags("bild:ä ö %41\n", new Making("lauf ü/1", 0.0001m));

        await Store.PutAsync("k", Bytes("one"), tags, default);

        (await Store.FindAsync("k", default))!.Tags.Should().Be(tags);
    }

    [SkippableFact]
    public async Task PutAsync_MissingFile_LeavesTheOldObject()
    {
        await Store.PutAsync("k", Bytes("one"), Tags("f1"), default);

        var store = Store;
        var put = () => store.PutAsync("k", Path.Combine(Folder, "missing"), Tags("f2"), default);

        await put.Should().ThrowAsync<FileNotFoundException>();
        (await Store.FindAsync("k", default)).Should().Be(new StoredObject("k", 3, Tags("f1")));
    }

    [SkippableFact]
    public async Task PutAsync_AlreadyCancelled_StoresNothing()
    {
        var store = Store;
        var put = () => store.PutAsync("k", Bytes("one"), ObjectTags.None, new CancellationToken(canceled: true));

        await put.Should().ThrowAsync<OperationCanceledException>();
        (await Store.FindAsync("k", default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task ListAsync_Prefix_GivesItsObjectsInOrder()
    {
        foreach (var key in new[] { "s/agent2/b", "s/agent2/a", "s/agent2/sub/c", "s/agent20/d", "s/agent4/e" })
        {
            await Store.PutAsync(key, Bytes("x"), Tags("f"), default);
        }

        (await Store.ListAsync("s/agent2/", default)).Should().Equal(
            new[] { "s/agent2/a", "s/agent2/b", "s/agent2/sub/c" }.Select(key => new StoredObject(key, 1, Tags("f"))));
    }

    [SkippableFact]
    public async Task DeleteAsync_Twice_RemovesTheObject()
    {
        await Store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await Store.DeleteAsync("k", default);
        await Store.DeleteAsync("k", default);

        (await Store.FindAsync("k", default)).Should().BeNull();
    }

    [SkippableTheory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData(".tags/a")]
    [InlineData("a\\b")]
    public async Task PutAsync_KeyThatLeavesTheStore_IsRefused(string key)
    {
        var store = Store;
        var put = () => store.PutAsync(key, Bytes("x"), ObjectTags.None, default);

        await put.Should().ThrowAsync<ArgumentException>();
    }

    protected static ObjectTags Tags(string fingerprint) => new(fingerprint, new Making("run/1", 0.04m));

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<string> TextAsync(string key) => Encoding.UTF8.GetString((await Store.ReadAsync(key, default)).Bytes.Span);
}
