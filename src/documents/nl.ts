export default {
  page: 'Pagina {{page}} van {{pages}}',
};
